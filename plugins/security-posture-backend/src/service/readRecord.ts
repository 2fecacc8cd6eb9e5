import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  KUBERNETES_ANNOTATIONS,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { EntityPostureRecord } from '../database/records';
import { entityRefOf } from './entityRefOf';
import { RouteContext } from './RouteContext';

/** What is stored of the entity that a request names, once the catalog has shown it to the caller. */
export async function readRecord(
  { access, reader }: RouteContext,
  request: Request,
): Promise<EntityPostureRecord> {
  const entityRef = entityRefOf(request);
  const credentials = await access.require(request, postureReadPermission);
  const entity = await access.readEntity(credentials, entityRef);
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
