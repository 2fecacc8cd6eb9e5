import { Entity } from '@backstage/catalog-model';

/** Refs of what an entity has this relation to. */
export function relatedRefs(entity: Entity, type: string): readonly string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
