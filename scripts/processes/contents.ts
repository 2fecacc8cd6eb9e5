import { Knex } from 'knex';

/** Columns that say when, in which order or by which sweep something was written: only whether they are empty is compared. */
const MARKS = /(?:_at|_no|_since|_id|^id|^at|^since|^until|^sweep_claim)$/;

/** Columns that nobody reads once a sweep is published. */
const LEFT_OVER = /^prior_/;

const TABLES = [
  'clusters',
  'entities',
  'subjects',
  'findings',
  'gaps',
  'posture_parts',
  'postures',
  'posture_days',
  'changes',
];

/** What readers see: the findings that are published, with their subjects. */
export async function published(knex: Knex): Promise<readonly string[]> {
  const rows = await knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .whereRaw('f.opened_no <= c.sweep_no')
    .whereRaw('(f.closed_no is null or f.closed_no > c.sweep_no)')
    .select('f.key', 'f.outcome', 'f.reason', 'f.severity', 'f.violations')
    .select('f.stale_since', 's.name');
  return rows.map(row => JSON.stringify(row)).sort();
}

/** All that is kept, without what differs from one run to the next: each row as text, sorted. Closed episodes are among them. */
export async function stored(knex: Knex): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of TABLES)
    for (const row of await knex(table))
      lines.push(`${table} ${JSON.stringify(comparable(row))}`);
  return lines.sort();
}

function comparable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !LEFT_OVER.test(column))
      .map(([column, value]) => [
        column,
        MARKS.test(column) ? value === null : value,
      ]),
  );
}

/** What only one of two contents has, or has more often. */
export function differences(
  actual: readonly string[],
  expected: readonly string[],
): readonly string[] {
  return [
    ...without(actual, expected).map(line => `too much: ${line}`),
    ...without(expected, actual).map(line => `missing: ${line}`),
  ];
}

function without(
  lines: readonly string[],
  others: readonly string[],
): readonly string[] {
  const left = [...others];
  return lines.filter(line => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
