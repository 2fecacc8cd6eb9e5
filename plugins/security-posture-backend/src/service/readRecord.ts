import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  KUBERNETES_ANNOTATIONS,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { EntityPostureRecord } from '../database/records';
import { entityRefOf } from './entityRefOf';
import { RouteContext } from './RouteContext';

/**
 * What is stored of the entity that a request names, once the catalog has shown it to the caller.
 * Permission and catalog are asked at once, for both are other plugins; who lacks the permission learns nothing of the other.
 */
export function readRecord(
  context: Pick<RouteContext, 'access' | 'reader'>,
  request: Request,
): Promise<EntityPostureRecord> {
  return readRecordOf(context, request, entityRefOf(request));
}

/** `readRecord` of an entity that is named elsewhere, by its full ref in lower case. */
export async function readRecordOf(
  { access, reader }: Pick<RouteContext, 'access' | 'reader'>,
  request: Request,
  entityRef: string,
): Promise<EntityPostureRecord> {
  const credentials = await access.credentialsOf(request);
  const [allowed, shown] = await Promise.allSettled([
    access.requireOften(request, postureReadPermission),
    access.readEntity(credentials, entityRef),
  ]);
  if (allowed.status === 'rejected') throw allowed.reason;
  if (shown.status === 'rejected') throw shown.reason;
  const entity = shown.value;
  return (await reader.getEntity(entityRef)) ?? unresolved(entity);
}

/** An entity that the next resolve will join to its workloads. */
export function unresolved(entity: Entity): EntityPostureRecord {
  const annotations = entity.metadata.annotations ?? {};
  const annotated = KUBERNETES_ANNOTATIONS.some(name => name in annotations);
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    tags: [],
    mapping: { annotated, steps: [], candidates: [] },
    parts: [],
  };
}
