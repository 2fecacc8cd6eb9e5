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

/** An index of links. */
export function createOwnerIndex(links: readonly OwnerLink[]): OwnerIndex {
  const bySubject = new Map<string, EntityFacts[]>();
  const byEntity = new Map<string, string[]>();
  for (const { entityRef, tags, key } of links) {
    bySubject.set(key, [
      ...(bySubject.get(key) ?? []),
      { ref: entityRef, tags },
    ]);
    byEntity.set(entityRef, [...(byEntity.get(entityRef) ?? []), key]);
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
