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

/** What is stored of all clusters, as far as it can belong to an entity. */
export interface StoredSubjects {
  readonly workloads: readonly StoredSubject[];
  /** Ids of images and service accounts by key. */
  readonly used: ReadonlyMap<string, number>;
}

/** Most workloads of the same name that a mapping suggests. */
const MOST_CANDIDATES = 5;

/** Joins all entities to stored workloads, and suggests to those without any the workloads that bear their name and belong to nobody. */
export async function resolveEntities(
  entities: readonly CatalogEntity[],
  clusters: readonly string[],
  { workloads, used }: StoredSubjects,
  locator: ServiceLocator,
  breathe: Breathe,
): Promise<readonly EntityLinks[]> {
  const index = new SubjectIndex();
  const owned = new Set<number>();
  const resolved: ResolvedEntity[] = [];
  for (const subject of workloads) {
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
    subjectIds: subjectIdsOf(one.subjects, used),
  }));
}

/** An entity has its workloads, and the images and service accounts that these use. */
function subjectIdsOf(
  workloads: readonly StoredSubject[],
  used: ReadonlyMap<string, number>,
): readonly number[] {
  const ids = new Set(workloads.map(({ id }) => id));
  for (const workload of workloads)
    for (const key of workload.uses) {
      const id = used.get(key);
      if (id !== undefined) ids.add(id);
    }
  return [...ids];
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
