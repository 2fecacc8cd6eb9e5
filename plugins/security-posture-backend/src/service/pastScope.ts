import {
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { PastScope } from '../database/HistoryReader';
import { entityRefOf } from './entityRefOf';
import { RouteContext } from './RouteContext';
import { unknownCluster } from './unknownCluster';

/** Whose past a request asks for, once it is clear that the caller may see it. */
export interface ScopeOfRequest {
  readonly scope: PastScope;
  /** True where the caller sees less than all of it. */
  readonly partial: boolean;
}

/** The entity of a request. One that is hidden and one that is absent give the same NotFoundError. */
export async function entityScope(
  { access }: RouteContext,
  request: Request,
): Promise<ScopeOfRequest> {
  const credentials = await access.require(request, postureReadPermission);
  const ref = entityRefOf(request);
  await access.readEntity(credentials, ref);
  return { scope: { type: 'entity', ref }, partial: false };
}

/** The group, system or domain of a request, whose kind stands in the path. */
export async function groupScope(
  { access, visible, history }: RouteContext,
  request: Request,
): Promise<ScopeOfRequest> {
  const credentials = await access.require(request, postureReadPermission);
  const ref = entityRefOf(request);
  await access.readEntity(credentials, ref);
  const visibility = await visible.of(credentials);
  const type = request.params.kind as 'group' | 'system' | 'domain';
  return {
    scope: { type, ref, visibility },
    partial: await history.isPartial(visibility),
  };
}

/** The cluster of a request. */
export async function clusterScope(
  { access, visible, history, reader }: RouteContext,
  request: Request,
): Promise<ScopeOfRequest> {
  const credentials = await access.require(
    request,
    postureClusterReadPermission,
  );
  const ref = request.params.name;
  if (!(await reader.getCluster(ref))) throw unknownCluster(ref);
  const visibility = await visible.of(credentials);
  return {
    scope: { type: 'cluster', ref, visibility },
    partial: await history.isPartial(visibility),
  };
}
