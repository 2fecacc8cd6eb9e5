import { Knex } from 'knex';
import { whereLinkedAt } from '../exports/atTime';
import { Visibility, whereVisible } from '../visibleRefs';

/** Whose sight it is, and of when; without a time of now. */
export interface OwnersSight {
  readonly visibility: Visibility;
  /** Epoch milliseconds. */
  readonly at?: number;
}

/** The entities that own these subjects, by id of the subject, as far as the caller may see them. */
export async function ownersOf(
  knex: Knex,
  { visibility, at }: OwnersSight,
  subjectIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const links: { entity_ref: string; subject_id: number }[] = await knex({
    l: 'entity_subjects',
  })
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereNull('e.gone_at')
    .modify(whereLinkedAt, 'l', at)
    .whereIn('l.subject_id', [...new Set(subjectIds)])
    .modify(whereVisible, 'l.entity_ref', visibility)
    .orderBy('l.entity_ref')
    .select('l.entity_ref', 'l.subject_id');
  const owners = new Map<number, string[]>();
  for (const { entity_ref, subject_id } of links) {
    const known = owners.get(subject_id);
    if (known) known.push(entity_ref);
    else owners.set(subject_id, [entity_ref]);
  }
  return owners;
}
