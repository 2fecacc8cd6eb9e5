import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  KUBERNETES_ANNOTATIONS,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { EntityPostureRecord } from '../database/records';
import { entityRefOf } from './entityRefOf';
import { RouteContext } from './RouteContext';

type RecordContext = Pick<RouteContext, 'access' | 'reader'>;

/** What is stored of the entity that a request names, once the catalog has shown it to the caller. */
export function readRecord(
  context: RecordContext,
  request: Request,
): Promise<EntityPostureRecord> {
  return readRecordOf(context, request, entityRefOf(request));
}

/** `readRecord` of an entity that is named elsewhere, by its full ref in lower case. */
export async function readRecordOf(
  context: RecordContext,
  request: Request,
  entityRef: string,
): Promise<EntityPostureRecord> {
  const { entity, stored } = await readShown(context, request, entityRef, () =>
    context.reader.getEntity(entityRef),
  );
  return stored ?? unresolved(entity);
}

/**
 * An entity as the catalog shows it to the caller, and what else is read of it. Permission and catalog are asked at once,
 * for both are other plugins; who lacks the permission learns nothing of the other. It is read meanwhile where nothing is
 * hidden from the caller; for others, from whom the time of the answer must not tell what is hidden and what is absent,
 * once the catalog has shown the entity.
 */
export async function readShown<T>(
  { access }: Pick<RouteContext, 'access'>,
  request: Request,
  entityRef: string,
  read: () => Promise<T>,
): Promise<{ readonly entity: Entity; readonly stored: T }> {
  const credentials = await access.credentialsOf(request);
  const meanwhile = async () =>
    (await access.seesWholeCatalog(request, credentials))
      ? { stored: await read() }
      : undefined;
  const [allowed, shown, early] = await Promise.allSettled([
    access.requireOften(request, postureReadPermission),
    access.readEntity(credentials, entityRef),
    meanwhile(),
  ]);
  if (allowed.status === 'rejected') throw allowed.reason;
  if (shown.status === 'rejected') throw shown.reason;
  if (early.status === 'rejected') throw early.reason;
  const { stored } = early.value ?? { stored: await read() };
  return { entity: shown.value, stored };
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
