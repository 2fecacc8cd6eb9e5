import { ExemptionStep } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { chunksOf } from '../../chunks';
import { ChangeRow, ExemptionEventRow, ExemptionRow } from '../../tables';
import { markRollupDue } from '../markRollupDue';

/** A step of an exemption that is being taken. Times are epoch milliseconds. */
export interface NotedStep {
  readonly what: ExemptionStep;
  readonly actor: string;
  readonly at: number;
  readonly note?: string;
  readonly expiresAt: number;
}

/** What an exemption concerns. */
type Concerning = Pick<
  ExemptionRow,
  'id' | 'scope' | 'entity_ref' | 'subject_id' | 'cluster' | 'state'
>;

/** Adds a step to the history of an exemption. */
export async function insertEvent(
  transaction: Knex,
  id: string,
  { what, actor, at, note, expiresAt }: NotedStep,
): Promise<void> {
  await transaction<ExemptionEventRow>('exemption_events').insert({
    exemption_id: id,
    what,
    actor,
    at,
    note: note ?? null,
    expires_at: expiresAt,
  });
}

/**
 * Says to the history of those whom an exemption concerns that it began or ceased to count, and that their postures are to be
 * summed up anew. Belongs into the transaction in which it happens.
 */
export async function noteEffect(
  transaction: Knex,
  before: Concerning,
  step: NotedStep,
  state: string,
): Promise<void> {
  const entityRefs = await entitiesOf(transaction, before);
  await markRollupDue(transaction, entityRefs);
  const scopes = entityRefs.map(ref => ['entity', ref]);
  if (scopes.length === 0 && before.cluster !== null)
    scopes.push(['cluster', before.cluster]);
  for (const chunk of chunksOf(scopes))
    await transaction<ChangeRow>('changes').insert(
      chunk.map(([scope_type, scope_ref]) => ({
        at: step.at,
        what: changeOf(step.what),
        scope_type,
        scope_ref,
        ref: before.id,
        from: before.state,
        to: state,
      })),
    );
}

/** The entities whose postures an exemption changes. */
async function entitiesOf(
  knex: Knex,
  { scope, entity_ref, subject_id }: Concerning,
): Promise<readonly string[]> {
  if (scope === 'entity') return entity_ref === null ? [] : [entity_ref];
  const owners: { entity_ref: string }[] = await knex('entity_subjects')
    .where({ subject_id })
    .whereNull('valid_to')
    .select('entity_ref');
  return owners.map(owner => owner.entity_ref);
}

/** How the history of an entity calls a step: `exemptionApproved`. */
function changeOf(what: ExemptionStep): string {
  return `exemption${what[0].toUpperCase()}${what.slice(1)}`;
}
