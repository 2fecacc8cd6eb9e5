import { NotFoundError } from '@backstage/errors';
import {
  HierarchyResponse,
  postureReadPermission,
  ScopeDetails,
  ScopeKind,
  ScopeMatrixResponse,
  ScopeOrder,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { Severity } from 'security-posture-engine';
import { utcDay } from '../../database/utcDay';
import {
  hierarchyRow,
  hierarchyVerdict,
  scopeMatrixView,
} from '../../views/hierarchyViews';
import { scopeRow } from '../../views/scopeRow';
import { trendView } from '../../views/trendView';
import { auditedRead } from '../audited';
import { entityRefOf } from '../entityRefOf';
import { fullRef } from '../fullRef';
import { offsetPage } from '../offsetPage';
import { listParameter, textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Up to so many scopes a hierarchy is answered whole. */
const WHOLE_HIERARCHY = 200;

/** Columns of a matrix: what a page of 1280 pixels has room for. */
const MATRIX_COLUMNS = 10;

/** Severities of a matrix where none are asked for: those that keep entities from being ready. */
const BLOCKING: readonly Severity[] = ['critical', 'high'];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of the trend of one scope, today among them. */
const TREND_DAYS = 90;

type Read = (context: RouteContext, request: Request) => Promise<object>;

const ROUTES: readonly (readonly [string, string, Read])[] = [
  ['/scopes', 'hierarchy', readHierarchy],
  ['/scopes/matrix', 'scope-matrix', readMatrix],
  ['/scopes/:kind/:namespace/:name', 'scope', readScope],
];

/** What the board's pages of teams, systems and domains show, and the tab of one of them: one answer each. */
export function addHierarchyRoutes(
  router: Router,
  context: RouteContext,
): void {
  for (const [path, queryType, read] of ROUTES) {
    router.get(path, async (request, response) => {
      const meta = { queryType, ...request.params };
      const answer = await auditedRead(context.auditor, request, meta, () =>
        read(context, request),
      );
      response.json(answer);
    });
  }
}

async function readHierarchy(
  context: RouteContext,
  request: Request,
): Promise<HierarchyResponse> {
  const { scopes, rememberedScopes } = context;
  const { terms, visibility } = await sightOf(context, request);
  const filter = { ...filterOf(request), ...parentsOf(request) };
  const { offset, limit, next } = offsetPage(request, ['hierarchy', filter]);
  const { items, whole, total, partial } = await scopes.readHierarchy(
    { ...filter, offset, limit, whole: WHOLE_HIERARCHY },
    terms,
    visibility,
  );
  const everything = filter.parents === undefined;
  return {
    ...(everything
      ? {
          verdict: hierarchyVerdict(
            await rememberedScopes.verdictOf(filter.type, terms, visibility),
          ),
        }
      : {}),
    items: items.map(hierarchyRow),
    whole,
    total,
    ...next(items.length, total),
    partial,
  };
}

async function readMatrix(
  context: RouteContext,
  request: Request,
): Promise<ScopeMatrixResponse> {
  const { scopes, rememberedScopes, settings, controls } = context;
  const { terms, visibility } = await sightOf(context, request);
  const severities = listParameter(request, 'severities') ?? BLOCKING;
  const filter = filterOf(request);
  const { offset, limit, next } = offsetPage(request, [
    'scope-matrix',
    filter,
    severities,
  ]);
  const { profile } = settings;
  const wanted = Object.entries(profile.severities).filter(([, severity]) =>
    severities.includes(severity),
  );
  const matrix = await scopes.readMatrix(
    {
      ...filter,
      controls: new Map(wanted),
      columns: MATRIX_COLUMNS,
      offset,
      limit,
    },
    await rememberedScopes.controlsOf(filter.type, terms, visibility),
    terms,
    visibility,
  );
  return {
    ...scopeMatrixView(matrix, profile, controls),
    ...next(matrix.rows.length, matrix.total),
  };
}

async function readScope(
  context: RouteContext,
  request: Request,
): Promise<ScopeDetails> {
  const { access, scopes, clock } = context;
  const credentials = await access.require(request, postureReadPermission);
  const type = request.params.kind as ScopeKind;
  const ref = entityRefOf(request);
  await access.readEntity(credentials, ref);
  const { terms, visibility } = await sightOf(context, request);
  const sum = await scopes.readScope(type, ref, terms, visibility);
  if (!sum)
    throw new NotFoundError(
      `The catalog shows you no entity in ${ref}. GET /v1/teams, /v1/systems and /v1/domains list what there is`,
    );
  const to = utcDay(clock());
  const from = utcDay(clock() - (TREND_DAYS - 1) * DAY_MS);
  const trend = await scopes.readTrend(
    { scope: type, ref, from, to },
    visibility,
  );
  return {
    scope: scopeRow(sum),
    library: context.settings.library,
    trend: trendView(trend.days, from, to),
    partial: trend.partial,
  };
}

async function sightOf(
  { access, visible, settings, clock }: RouteContext,
  request: Request,
) {
  const credentials = await access.require(request, postureReadPermission);
  return {
    terms: { now: clock(), thresholds: settings.thresholds },
    visibility: await visible.of(credentials),
  };
}

function filterOf(request: Request) {
  const search = textParameter(request, 'search');
  return {
    type: textParameter(request, 'type') as ScopeKind,
    order: (textParameter(request, 'order') ?? 'critical') as ScopeOrder,
    ...(search ? { search } : {}),
  };
}

function parentsOf(request: Request): { parents?: readonly string[] } {
  const parents = listParameter(request, 'parents');
  if (!parents) return {};
  const kind = textParameter(request, 'type') === 'group' ? 'group' : 'domain';
  return { parents: parents.map(text => fullRef('parents', text, kind)) };
}
