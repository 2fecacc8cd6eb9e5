import { Knex } from 'knex';
import {
  BetweenStatements,
  DeletedRows,
  RetentionCuts,
} from '../../RetentionStore';
import { deleteInBatches } from './deleteInBatches';
import {
  CLUSTER_BELONGINGS,
  ENTITY_BELONGINGS,
  GoneOwner,
} from './goneBelongings';
import { purgeExemptions } from './purgeExemptions';

/** Entities or clusters whose belongings one statement looks for. */
const NAMES_A_STATEMENT = 50;

/** Deletes entities and clusters that went before the cut, with all that is theirs, and answers how many. */
export async function purgeGone(
  knex: Knex,
  cuts: RetentionCuts,
  pause: BetweenStatements,
): Promise<DeletedRows> {
  return {
    entities: await purge(knex, ENTITY_BELONGINGS, cuts, pause),
    clusters: await purge(knex, CLUSTER_BELONGINGS, cuts, pause),
  };
}

/** What is theirs goes first, so that an interrupted purge finds its owner again. */
async function purge(
  knex: Knex,
  owner: GoneOwner,
  { gone }: RetentionCuts,
  pause: BetweenStatements,
): Promise<number> {
  let purged = 0;
  for (;;) {
    await pause();
    const rows: Record<string, string>[] = await knex(owner.table)
      .where('gone_at', '<', gone)
      .orderBy(owner.name)
      .limit(NAMES_A_STATEMENT)
      .select(owner.name);
    if (rows.length === 0) return purged;
    const names = rows.map(row => row[owner.name]);
    purged += await purgeSome(knex, owner, names, gone, pause);
  }
}

/** One that comes back meanwhile keeps what is still there: each statement asks again which of them are gone. */
async function purgeSome(
  knex: Knex,
  { table, name, exemptions, belongings }: GoneOwner,
  names: readonly string[],
  gone: number,
  pause: BetweenStatements,
): Promise<number> {
  const whereGone = (rows: Knex.QueryBuilder) =>
    rows.whereIn(name, names).andWhere('gone_at', '<', gone);
  const selectGone = () => knex(table).modify(whereGone).select(name);
  await purgeExemptions(
    knex,
    rows => rows.whereIn(exemptions, selectGone()),
    pause,
  );
  for (const { owned, ...rows } of belongings) {
    const where = (query: Knex.QueryBuilder) => owned(query, selectGone());
    await deleteInBatches(knex, { ...rows, where }, pause);
  }
  return deleteInBatches(knex, { table, key: [name], where: whereGone }, pause);
}
