import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSqlite } from './databaseBytes';

/** Tables that a sweep which finds nothing changed must leave alone. */
const TABLES = [
  'subjects',
  'findings',
  'gaps',
  'posture_parts',
  'postures',
  'posture_days',
  'entity_subjects',
];

/** PostgreSQL counts what a connection wrote at the latest this long after it has become idle. */
const COUNTED_AFTER_MS = 12_000;

/** Rows by table. */
export type WrittenRows = Readonly<Record<string, number>>;

/** Rows that `work` inserts, updates or deletes in these tables, as the database itself counts them. Tables without any are left out. */
export async function countWrites(
  knex: Knex,
  work: () => Promise<void>,
): Promise<WrittenRows> {
  return isSqlite(knex)
    ? countWithTriggers(knex, work)
    : countWithStatistics(knex, work);
}

/** The database of a portal on SQLite has one connection, so that temporary triggers see everything. */
async function countWithTriggers(
  knex: Knex,
  work: () => Promise<void>,
): Promise<WrittenRows> {
  const triggers = TABLES.flatMap(table =>
    ['INSERT', 'UPDATE', 'DELETE'].map(event => ({ table, event })),
  );
  await knex.raw('CREATE TEMP TABLE written (name TEXT)');
  for (const { table, event } of triggers)
    await knex.raw(
      `CREATE TEMP TRIGGER written_${table}_${event} AFTER ${event} ON main.${table} BEGIN INSERT INTO written VALUES ('${table}'); END`,
    );
  await work();
  const rows: CountedTable[] = await knex.raw(
    'SELECT name, count(*) AS rows FROM written GROUP BY name',
  );
  for (const { table, event } of triggers)
    await knex.raw(`DROP TRIGGER written_${table}_${event}`);
  await knex.raw('DROP TABLE written');
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

interface CountedTable {
  readonly name: string;
  readonly rows: number;
}

async function countWithStatistics(
  knex: Knex,
  work: () => Promise<void>,
): Promise<WrittenRows> {
  const before = await writtenEver(knex);
  await work();
  const after = await writtenEver(knex);
  return Object.fromEntries(
    [...after]
      .map(([name, rows]) => [name, rows - (before.get(name) ?? 0)] as const)
      .filter(([, rows]) => rows > 0),
  );
}

async function writtenEver(knex: Knex): Promise<ReadonlyMap<string, number>> {
  await sleep(COUNTED_AFTER_MS);
  const { rows } = await knex.raw(
    'SELECT relname AS name, n_tup_ins + n_tup_upd + n_tup_del AS rows FROM pg_stat_user_tables WHERE relname = ANY (?)',
    [TABLES],
  );
  return new Map(
    (rows as CountedTable[]).map(({ name, rows: count }) => [
      name,
      Number(count),
    ]),
  );
}
