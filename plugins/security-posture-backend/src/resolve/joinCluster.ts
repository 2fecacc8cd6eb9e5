import { Breathe } from '../sweep/createBreather';
import { MappedEntity } from './mapEntity';
import { StoredSubject, SubjectIndex } from './SubjectIndex';

/** The ids of the subjects of a cluster that belong to an entity; of none where it has nothing there. */
export interface EntityLinks {
  readonly entityRef: string;
  readonly subjectIds: readonly number[];
}

/** What is stored of a cluster, as far as it can belong to an entity. */
export interface StoredSubjects {
  readonly workloads: readonly StoredSubject[];
  /** Ids of images and service accounts by key. */
  readonly used: ReadonlyMap<string, number>;
}

/** Joins every entity to what it has in a cluster: its workloads, and the images and service accounts that these use. */
export async function joinCluster(
  entities: readonly MappedEntity[],
  cluster: string,
  { workloads, used }: StoredSubjects,
  breathe: Breathe,
): Promise<readonly EntityLinks[]> {
  const index = new SubjectIndex();
  for (const workload of workloads) {
    index.add(workload);
    await breathe();
  }
  const links: EntityLinks[] = [];
  for (const mapped of entities) {
    const subjects = workloadsOf(mapped, cluster, index);
    links.push({
      entityRef: mapped.entity.entityRef,
      subjectIds: subjectIdsOf(subjects, used),
    });
    await breathe();
  }
  return links;
}

function workloadsOf(
  { mapping: { query }, selector }: MappedEntity,
  cluster: string,
  index: SubjectIndex,
): readonly StoredSubject[] {
  if (!selector || !query?.clusters.includes(cluster)) return [];
  const selected = index.select(selector);
  const { namespace } = query;
  return namespace
    ? selected.filter(subject => subject.namespace === namespace)
    : selected;
}

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
