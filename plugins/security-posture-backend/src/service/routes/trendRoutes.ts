import { parseEntityRef } from '@backstage/catalog-model';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  postureClusterReadPermission,
  postureReadPermission,
  ScopeKind,
  TrendResponse,
  TrendScope,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { ORGANISATION_SCOPE } from '../../database/operations/rollUpScopes';
import { Visibility } from '../../database/operations/visibleRefs';
import { utcDay } from '../../database/utcDay';
import { trendView } from '../../views/trendView';
import { auditedRead } from '../audited';
import { fullRef } from '../fullRef';
import { numberParameter, textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of a trend where none are asked for, today among them. */
const DEFAULT_DAYS = 30;

/** How things stood at the end of each day. */
export function addTrendRoutes(router: Router, context: RouteContext): void {
  router.get('/trends', async (request, response) => {
    const meta = { queryType: 'trends' };
    const trend = await auditedRead(context.auditor, request, meta, () =>
      readTrend(context, request),
    );
    response.json(trend);
  });
}

/** Of what there is to be a trend, once it is certain that the caller may see it. */
interface Trending {
  readonly scope: TrendScope;
  readonly ref: string;
  readonly visibility: Visibility;
}

async function readTrend(
  context: RouteContext,
  request: Request,
): Promise<TrendResponse> {
  const { scope, ref, visibility } = await trendingOf(context, request);
  const days = numberParameter(request, 'days') ?? DEFAULT_DAYS;
  const now = context.clock();
  const time = { from: utcDay(now - (days - 1) * DAY_MS), to: utcDay(now) };
  const trend = await context.scopes.readTrend(
    { scope, ref, ...time },
    visibility,
  );
  return {
    scope,
    ...(scope === 'organisation' ? {} : { ref }),
    points: trendView(trend.days, time.from, time.to),
    partial: trend.partial,
  };
}

async function trendingOf(
  context: RouteContext,
  request: Request,
): Promise<Trending> {
  const { access, visible } = context;
  const scope = textParameter(request, 'scope') as TrendScope;
  const text = textParameter(request, 'ref');
  if (scope === 'cluster') return clusterOf(context, request, needed(text));
  const credentials = await access.require(request, postureReadPermission);
  if (scope === 'organisation') {
    if (text !== undefined)
      throw new InputError('ref goes with a scope other than organisation');
    const visibility = await visible.of(credentials);
    return { scope, ref: ORGANISATION_SCOPE, visibility };
  }
  const ref = fullRef('ref', needed(text), scopeKind(scope));
  return scope === 'entity'
    ? entityOf(context, credentials, ref)
    : scopeOf(context, credentials, scope, ref);
}

async function clusterOf(
  { access, reader }: RouteContext,
  request: Request,
  name: string,
): Promise<Trending> {
  await access.require(request, postureClusterReadPermission);
  if (!(await reader.getCluster(name))) throw unknownCluster(name);
  return { scope: 'cluster', ref: name, visibility: 'all' };
}

async function entityOf(
  { access }: RouteContext,
  credentials: BackstageCredentials,
  ref: string,
): Promise<Trending> {
  await access.readEntity(credentials, ref);
  return { scope: 'entity', ref, visibility: 'all' };
}

/** One that is hidden and one that is absent give the same NotFoundError. */
async function scopeOf(
  { scopes, visible }: RouteContext,
  credentials: BackstageCredentials,
  scope: ScopeKind,
  ref: string,
): Promise<Trending> {
  const visibility = await visible.of(credentials);
  if (
    parseEntityRef(ref).kind !== scope ||
    !(await scopes.hasScope(scope, ref, visibility))
  )
    throw new NotFoundError(
      `The catalog shows you no entity in ${ref}. GET /v1/teams, /v1/systems and /v1/domains list what there is`,
    );
  return { scope, ref, visibility };
}

function needed(ref: string | undefined): string {
  if (ref === undefined)
    throw new InputError(
      'ref is missing: it names of which entity, cluster, group, system or domain the trend is to be',
    );
  return ref;
}

function scopeKind(scope: TrendScope): string | undefined {
  return scope === 'entity' ? undefined : scope;
}
