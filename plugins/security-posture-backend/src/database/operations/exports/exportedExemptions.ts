import { ExportedExemption } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { isoTime, timeAt } from '../../../views/isoTime';
import { chunksOf } from '../../chunks';
import { ExportScope } from '../../ExportReader';
import { ExemptionEventRecord } from '../../ExemptionStore';
import { ExemptionRow } from '../../tables';
import { coveredFails, whereInForce } from '../coveredFails';
import { listExemptionEvents } from '../exemptions/exemptionEvents';
import { Visibility, whereVisible } from '../visibleRefs';

interface Covered {
  readonly finding_id: number;
  readonly exemption_id: string;
}

/** What exemptions in force cover of what a caller may see, by id of the episode; where several do, the last to end. */
export async function exportedExemptions(
  knex: Knex,
  scope: ExportScope,
  now: number,
): Promise<ReadonlyMap<number, ExportedExemption>> {
  const covered = await listCovered(knex, scope, now);
  const ids = [...new Set(covered.map(({ exemption_id }) => exemption_id))];
  const known = await readExemptions(knex, ids, scope, scope.at ?? now);
  return new Map(
    covered.map(({ finding_id, exemption_id }) => [
      finding_id,
      known.get(exemption_id)!,
    ]),
  );
}

/** The last to end last. */
function listCovered(
  knex: Knex,
  { type, ref, visibility, at }: ExportScope,
  now: number,
): Promise<readonly Covered[]> {
  const choose = (exemptions: Knex.QueryBuilder) =>
    at === undefined
      ? whereInForce(exemptions, now)
      : whereInForceAt(exemptions, at);
  return coveredFails(knex, choose, undefined, at)
    .where(whom => {
      whom.whereNull('v.for_entity');
      if (type === 'entity') whom.orWhere('v.for_entity', ref);
      else whom.orWhere(seen => whereVisible(seen, 'v.for_entity', visibility));
    })
    .orderBy(['v.expires_at', 'v.exemption_id'])
    .select('v.finding_id', 'v.exemption_id') as unknown as Promise<
    readonly Covered[]
  >;
}

/** Keeps the exemptions `x` whose last step before a time let them hold until after it. */
function whereInForceAt(query: Knex.QueryBuilder, at: number): void {
  query.whereRaw(
    `exists (select 1 from exemption_events e
       where e.exemption_id = x.id and e.what in ('approved', 'shortened') and e.expires_at > ?
         and e.id = (select max(n.id) from exemption_events n where n.exemption_id = x.id and n.at <= ?))`,
    [at, at],
  );
}

async function readExemptions(
  knex: Knex,
  ids: readonly string[],
  scope: ExportScope,
  at: number,
): Promise<ReadonlyMap<string, ExportedExemption>> {
  const events = await listExemptionEvents(knex, ids);
  const known = new Map<string, ExportedExemption>();
  for (const chunk of chunksOf(ids)) {
    const rows = await knex<ExemptionRow>('exemptions').whereIn('id', [
      ...chunk,
    ]);
    for (const row of rows)
      known.set(row.id, asOf(row, events.get(row.id) ?? [], scope, at));
  }
  return known;
}

/** Who decided, and until when it holds, are what its steps up to that time say. */
function asOf(
  row: ExemptionRow,
  events: readonly ExemptionEventRecord[],
  scope: ExportScope,
  at: number,
): ExportedExemption {
  const steps = events.filter(event => event.at <= at);
  const approval = steps.findLast(({ what }) => what === 'approved');
  const end = steps.findLast(({ expiresAt }) => expiresAt !== undefined);
  return {
    id: row.id,
    requestedBy: row.requested_by,
    ...(approval ? { decidedBy: approval.actor } : {}),
    ...timeAt('decidedAt', approval?.at),
    expiresAt: isoTime(end?.expiresAt ?? Number(row.expires_at)),
    ...(mayKnowWhy(row, scope)
      ? {
          category: row.category as ExportedExemption['category'],
          reason: row.reason,
        }
      : {}),
  };
}

/** As the register has it: on behalf of what the caller sees, or of nobody where they read clusters. */
function mayKnowWhy(
  { entity_ref }: ExemptionRow,
  { type, ref, visibility, unowned }: ExportScope,
): boolean {
  if (entity_ref === null) return unowned;
  return (
    (type === 'entity' && entity_ref === ref) || sees(visibility, entity_ref)
  );
}

function sees(visibility: Visibility, ref: string): boolean {
  if (visibility === 'all' || visibility === 'none')
    return visibility === 'all';
  return visibility.has(ref);
}
