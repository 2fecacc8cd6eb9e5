import {
  ExemptionCounts,
  ExemptionPart,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { ExemptionsChoice } from '../../ExemptionStore';
import { whereChosen, whereCoversNothing } from './chooseExemptions';
import { OPEN_STATES } from './countCovered';
import { joinedExemptions } from './exemptionRecord';

/** How many of the chosen exemptions each part of the register has; those in force that end by `expiresBefore` expire soon. */
export async function countExemptionParts(
  knex: Knex,
  choice: ExemptionsChoice,
  expiresBefore: number,
): Promise<Readonly<Record<ExemptionPart, number>>> {
  const chosen = () => joinedExemptions(knex).modify(whereChosen, choice);
  const byState: { state: string; count: number; soon: number }[] =
    await chosen()
      .groupBy('x.state')
      .select('x.state')
      .count({ count: '*' })
      .sum({
        soon: knex.raw(
          'case when x.expires_at > ? and x.expires_at <= ? then 1 else 0 end',
          [choice.now, expiresBefore],
        ),
      });
  const [{ nothing }] = await chosen()
    .modify(whereCoversNothing, knex, true)
    .count({ nothing: '*' });
  const of = (state: string) => byState.find(row => row.state === state);
  const countOf = (state: string) => Number(of(state)?.count ?? 0);
  return {
    pending: countOf('pending'),
    expiring: Number(of('approved')?.soon ?? 0),
    inForce: countOf('approved'),
    appliesToNothing: Number(nothing),
    ended: countOf('denied') + countOf('revoked') + countOf('expired'),
  };
}

/** How many exemptions on behalf of an entity wait, and how many are in force. */
export async function countExemptionsOf(
  knex: Knex,
  entityRef: string,
  now: number,
): Promise<ExemptionCounts> {
  const rows: { state: string; count: number | string }[] = await knex({
    x: 'exemptions',
  })
    .where('x.entity_ref', entityRef)
    .whereIn('x.state', [...OPEN_STATES])
    .andWhere('x.expires_at', '>', now)
    .groupBy('x.state')
    .select('x.state')
    .count({ count: '*' });
  const countOf = (state: string) =>
    Number(rows.find(row => row.state === state)?.count ?? 0);
  return { pending: countOf('pending'), inForce: countOf('approved') };
}
