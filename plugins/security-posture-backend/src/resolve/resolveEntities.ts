import { EntityMapping } from '../database/records';
import { Breathe } from '../sweep/createBreather';
import { CatalogEntity } from './CatalogEntity';
import { ResolvedEntity, resolveEntity } from './resolveEntity';
import { ServiceLocator } from './ServiceLocator';
import { StoredSubject, SubjectIndex } from './SubjectIndex';

/** An entity with its whole mapping and the ids of its subjects. */
export interface EntityLinks {
  readonly entity: CatalogEntity;
  readonly mapping: EntityMapping;
  readonly subjectIds: readonly number[];
}

/** Most workloads of the same name that a mapping suggests. */
const MOST_CANDIDATES = 5;

/** Joins all entities to stored workloads, and suggests to those without any the workloads that bear their name and belong to nobody. */
export async function resolveEntities(
  entities: readonly CatalogEntity[],
  clusters: readonly string[],
  subjects: readonly StoredSubject[],
  locator: ServiceLocator,
  breathe: Breathe,
): Promise<readonly EntityLinks[]> {
  const index = new SubjectIndex();
  const owned = new Set<number>();
  const resolved: ResolvedEntity[] = [];
  for (const subject of subjects) {
    index.add(subject);
    await breathe();
  }
  for (const entity of entities) {
    const one = resolveEntity(entity, clusters, index, locator);
    resolved.push(one);
    for (const subject of one.subjects) owned.add(subject.id);
    await breathe();
  }
  return resolved.map(one => ({
    entity: one.entity,
    mapping: { ...one.mapping, candidates: candidatesOf(one, index, owned) },
    subjectIds: one.subjects.map(subject => subject.id),
  }));
}

function candidatesOf(
  { entity, subjects }: ResolvedEntity,
  index: SubjectIndex,
  owned: ReadonlySet<number>,
): EntityMapping['candidates'] {
  if (subjects.length) return [];
  return index
    .named(entity.name)
    .filter(subject => !owned.has(subject.id))
    .slice(0, MOST_CANDIDATES)
    .map(({ cluster, apiVersion, kind, namespace, name }) => ({
      cluster,
      apiVersion,
      kind,
      ...(namespace === undefined ? {} : { namespace }),
      name,
    }));
}
