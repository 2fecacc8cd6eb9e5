import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  postureClusterReadPermission,
  postureReadPermission,
  ScopeKind,
  TrendScope,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { ORGANISATION_SCOPE } from '../database/operations/rollUpScopes';
import { Visibility } from '../database/operations/visibleRefs';
import { fullRef } from './fullRef';
import { textParameter } from './queryParameters';
import { RouteContext } from './RouteContext';
import { unknownCluster } from './unknownCluster';

/** What the parameters `scope` and `ref` of a request name, once it is certain that the caller may see it. */
export interface ScopeOfQuery {
  readonly scope: TrendScope;
  readonly ref: string;
  readonly credentials: BackstageCredentials;
  /** Of members; of an entity or a cluster all that is its own. */
  readonly visibility: Visibility;
}

/** The scope of a request. What is hidden and what is absent give the same NotFoundError. */
export async function scopeOfQuery(
  context: RouteContext,
  request: Request,
): Promise<ScopeOfQuery> {
  const { access, visible } = context;
  const scope = textParameter(request, 'scope') as TrendScope;
  const text = textParameter(request, 'ref');
  if (scope === 'cluster') return clusterOf(context, request, needed(text));
  const credentials = await access.require(request, postureReadPermission);
  if (scope === 'organisation') {
    if (text !== undefined)
      throw new InputError('ref goes with a scope other than organisation');
    const visibility = await visible.of(credentials);
    return { scope, ref: ORGANISATION_SCOPE, credentials, visibility };
  }
  const ref = fullRef('ref', needed(text), scopeKind(scope));
  return scope === 'entity'
    ? entityOf(context, credentials, ref)
    : groupOf(context, credentials, scope, ref);
}

async function clusterOf(
  { access, reader }: RouteContext,
  request: Request,
  name: string,
): Promise<ScopeOfQuery> {
  const credentials = await access.require(
    request,
    postureClusterReadPermission,
  );
  if (!(await reader.getCluster(name))) throw unknownCluster(name);
  return { scope: 'cluster', ref: name, credentials, visibility: 'all' };
}

async function entityOf(
  { access }: RouteContext,
  credentials: BackstageCredentials,
  ref: string,
): Promise<ScopeOfQuery> {
  await access.readEntity(credentials, ref);
  return { scope: 'entity', ref, credentials, visibility: 'all' };
}

async function groupOf(
  { scopes, visible }: RouteContext,
  credentials: BackstageCredentials,
  scope: ScopeKind,
  ref: string,
): Promise<ScopeOfQuery> {
  const visibility = await visible.of(credentials);
  if (
    parseEntityRef(ref).kind !== scope ||
    !(await scopes.hasScope(scope, ref, visibility))
  )
    throw new NotFoundError(
      `The catalog shows you no entity in ${ref}. GET /v1/teams, /v1/systems and /v1/domains list what there is`,
    );
  return { scope, ref, credentials, visibility };
}

function needed(ref: string | undefined): string {
  if (ref === undefined)
    throw new InputError(
      'ref is missing: it names which entity, cluster, group, system or domain is meant',
    );
  return ref;
}

function scopeKind(scope: TrendScope): string | undefined {
  return scope === 'entity' ? undefined : scope;
}
