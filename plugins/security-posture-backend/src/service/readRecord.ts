import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  KUBERNETES_ANNOTATIONS,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { EntityPostureRecord } from '../database/records';
import { entityRefOf } from './entityRefOf';
import { RouteContext } from './RouteContext';

type SightContext = Pick<RouteContext, 'access' | 'visible'>;

type RecordContext = Pick<RouteContext, 'access' | 'reader'>;

/** What is stored of the entity that a request names, to show it to a caller who may see it. */
export async function readRecord(
  context: RecordContext & SightContext,
  request: Request,
): Promise<EntityPostureRecord> {
  const entityRef = entityRefOf(request);
  const { record } = await readShown(context, request, entityRef, async () => ({
    record: await context.reader.getEntity(entityRef),
  }));
  return record;
}

/**
 * What is stored of an entity, to decide by it: the catalog is asked for it in any case, so that nothing is decided for one
 * that was removed a moment ago. `entityRef` is full and in lower case.
 */
export async function readCurrentRecord(
  { access, reader }: RecordContext,
  request: Request,
  entityRef: string,
): Promise<EntityPostureRecord> {
  await access.requireOften(request, postureReadPermission);
  const credentials = await access.credentialsOf(request);
  const entity = await access.readEntity(credentials, entityRef);
  return (await reader.getEntity(entityRef)) ?? unresolved(entity);
}

/** What is read of an entity by its ref: its record where it is stored, and whatever else is shown of it. */
interface StoredParts {
  readonly record?: EntityPostureRecord;
}

/**
 * What `read` reads of an entity, where the caller may see it. The catalog is asked as the caller, and before anything is
 * read, so that the time of the answer does not tell what is hidden from what is absent; only what it has shown the caller
 * within the last minute is read meanwhile. A user from whom the catalog hides nothing sees all that is stored, and the
 * catalog is asked only for what is not (ADR 0019).
 */
export async function readShown<T extends StoredParts>(
  { access, visible }: SightContext,
  request: Request,
  entityRef: string,
  read: () => Promise<T>,
): Promise<T & { readonly record: EntityPostureRecord }> {
  await access.requireOften(request, postureReadPermission);
  const credentials = await access.credentialsOf(request);
  const readEntity = () => access.readEntity(credentials, entityRef);
  if (await access.seesWholeCatalog(request, credentials))
    return withRecord(await read(), readEntity);
  const early = visible.wasShown(credentials, entityRef) ? read() : undefined;
  // Whoever may not see it any more is told that, and nothing of how reading it went.
  early?.catch(() => {});
  const entity = await readEntity();
  return withRecord(await (early ?? read()), async () => entity);
}

async function withRecord<T extends StoredParts>(
  parts: T,
  readEntity: () => Promise<Entity>,
): Promise<T & { readonly record: EntityPostureRecord }> {
  return { ...parts, record: parts.record ?? unresolved(await readEntity()) };
}

/** An entity that the next resolve will join to its workloads. */
export function unresolved(entity: Entity): EntityPostureRecord {
  const annotations = entity.metadata.annotations ?? {};
  const annotated = KUBERNETES_ANNOTATIONS.some(name => name in annotations);
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    tags: [],
    mapping: { annotated },
    parts: [],
  };
}
