import { SEVERITIES } from 'security-posture-engine';
import { Knex } from 'knex';
import { EntityFacts } from '../OrganisationReader';
import { FailingControl } from '../RollupStore';
import { asTime } from '../tables';
import { entityPostures, ListedRow, toListedEntity } from './entityPostures';
import { ReadinessTerms } from './readinessSql';

/** The postures of these entities with the controls that pass, in no order; those without a posture are left out. */
export async function listEntityFacts(
  knex: Knex,
  entityRefs: ReadonlySet<string>,
  terms: ReadinessTerms,
): Promise<readonly EntityFacts[]> {
  const rows: ListedRow[] = await knex.from(
    entityPostures(knex, entityRefs, terms),
  );
  return rows.map(row => toEntityFacts(row, terms.now));
}

/** Where an exemption is over that the roll-up still counts, none counts: the facts are for gates. */
function toEntityFacts(row: ListedRow, now: number): EntityFacts {
  const listed = toListedEntity(row);
  const passing = JSON.parse(row.passing) as string[];
  const until = asTime(row.exempted_until);
  if (until === undefined || until > now) return { ...listed, passing };
  const failing = JSON.parse(row.failing) as Record<string, FailingControl>;
  return {
    ...listed,
    effective: listed.raw,
    open: sumOf(listed.open, listed.exempted),
    passing: passing.filter(control => !failing[control]?.exempted),
  };
}

function sumOf(
  open: EntityFacts['open'],
  exempted: EntityFacts['exempted'],
): EntityFacts['open'] {
  const sum = { ...open };
  for (const severity of SEVERITIES) sum[severity] += exempted[severity];
  return sum;
}
