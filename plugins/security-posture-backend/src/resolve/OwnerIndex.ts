import { createHash } from 'node:crypto';
import { EntityFacts } from 'security-posture-engine';

/** Who owns the subjects of one cluster. */
export interface OwnerIndex {
  /** Entities that own a subject, by the subject's key. */
  entitiesOf(key: string): readonly EntityFacts[];
  /** Entities with the keys of their subjects in this cluster. */
  entities(): readonly {
    readonly entityRef: string;
    readonly keys: readonly string[];
  }[];
}

/** One link between an entity and a subject. */
export interface OwnerLink {
  readonly entityRef: string;
  readonly tags: readonly string[];
  readonly key: string;
}

/** Names who owns a subject, tags included, in at most 32 characters: who is judged for others is judged again. */
export function ownersHash(owners: readonly EntityFacts[]): string {
  if (owners.length === 0) return 'nobody';
  return createHash('sha256')
    .update(JSON.stringify(owners.map(({ ref, tags }) => [ref, tags])))
    .digest('hex')
    .slice(0, 32);
}

/** An index of links. Owners keep the order of the links. */
export function createOwnerIndex(links: readonly OwnerLink[]): OwnerIndex {
  const bySubject = new Map<string, EntityFacts[]>();
  const byEntity = new Map<string, string[]>();
  for (const { entityRef, tags, key } of links) {
    addTo(bySubject, key, { ref: entityRef, tags });
    addTo(byEntity, entityRef, key);
  }
  const entities = [...byEntity].map(([entityRef, keys]) => ({
    entityRef,
    keys,
  }));
  return {
    entitiesOf: key => bySubject.get(key) ?? [],
    entities: () => entities,
  };
}

function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const items = index.get(key);
  if (items) items.push(item);
  else index.set(key, [item]);
}
