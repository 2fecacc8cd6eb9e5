import { StandingNumbers } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { isSqlite } from '../../isSqlite';

type FailingRow = {
  readonly control: string;
} & Readonly<Record<(typeof FAILING_COLUMNS)[number], number | string>>;

const FAILING_COLUMNS = [
  'failing',
  'exempted',
  'subjects',
  'exemptedSubjects',
] as const;

/**
 * How these controls stand over some postures `p`: empty where there is none.
 * A posture that names a control neither among those that fail nor among those that pass could not judge all of it.
 */
export async function countStandings(
  knex: Knex,
  postures: () => Knex.QueryBuilder,
  controls: readonly string[],
): Promise<ReadonlyMap<string, StandingNumbers>> {
  const [{ judged }] = await postures().count({ judged: '*' });
  if (Number(judged) === 0) return new Map();
  const failing = new Map(
    (await failingControls(knex, postures())).map(row => [row.control, row]),
  );
  const clean = await cleanControls(knex, postures());
  return new Map(
    controls.map(control => [
      control,
      numbersOf(Number(judged), failing.get(control), clean.get(control) ?? 0),
    ]),
  );
}

function numbersOf(
  judged: number,
  row: FailingRow | undefined,
  clean: number,
): StandingNumbers {
  const [failing, exempted, subjects, exemptedSubjects] = FAILING_COLUMNS.map(
    column => Number(row?.[column] ?? 0),
  );
  const notEvaluated = Math.max(0, judged - failing - exempted - clean);
  return { failing, exempted, notEvaluated, clean, subjects, exemptedSubjects };
}

function failingControls(
  knex: Knex,
  postures: Knex.QueryBuilder,
): Promise<FailingRow[]> {
  const [open, exempted] = ['open', 'exempted'].map(field =>
    isSqlite(knex)
      ? `json_extract(j.value, '$.${field}')`
      : `(j.value ->> '${field}')::integer`,
  );
  return postures
    .joinRaw(
      isSqlite(knex)
        ? 'cross join json_each(p.failing) as j'
        : 'cross join lateral jsonb_each(p.failing::jsonb) as j',
    )
    .groupBy('j.key')
    .select({
      control: 'j.key',
      failing: knex.raw(`sum(case when ${open} > 0 then 1 else 0 end)`),
      exempted: knex.raw(`sum(case when ${open} > 0 then 0 else 1 end)`),
      subjects: knex.raw(`sum(${open})`),
      exemptedSubjects: knex.raw(`sum(${exempted})`),
    });
}

/** What exemptions cover whole is stored among what passes as well. */
async function cleanControls(
  knex: Knex,
  postures: Knex.QueryBuilder,
): Promise<ReadonlyMap<string, number>> {
  const rows: { control: string; clean: number | string }[] = await postures
    .joinRaw(
      isSqlite(knex)
        ? 'cross join json_each(p.passing) as j'
        : 'cross join lateral jsonb_array_elements_text(p.passing::jsonb) as j(value)',
    )
    .whereRaw("p.failing not like '%\"' || j.value || '\"%'")
    .groupBy('j.value')
    .select({ control: 'j.value' })
    .count({ clean: '*' });
  return new Map(rows.map(({ control, clean }) => [control, Number(clean)]));
}
