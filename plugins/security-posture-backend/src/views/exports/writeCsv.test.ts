import { EXPORT_FORMATS } from 'backstage-plugin-security-posture-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clusterFilterParameters,
  findingsFilterParameters,
} from '../../service/openapi/findingsFilter';
import { aFinding, aHeader, aReport, textOf } from './__testUtils__/reports';
import { writeCsv } from './writeCsv';

/** The cells of a text in RFC 4180 of which each is quoted. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

async function rowsOf(...args: Parameters<typeof aReport>) {
  const [head, ...rows] = cellsOf(await textOf(writeCsv, aReport(...args)));
  return rows.map(row =>
    Object.fromEntries(row.map((cell, index) => [head[index], cell])),
  );
}

it.each([
  ['=1+1'],
  ['+1'],
  ['-1'],
  ['@SUM(A1)'],
  ["=cmd|' /C calc'!A0"],
  ['\t=1'],
  ['\r=1'],
  ['\n=1'],
  ['  =1'],
  ['\u00a0=1'],
  ['\ufeff=1'],
  ['＝1'],
  ['＋1'],
  ['－1'],
  ['＠SUM(A1)'],
  ['=HYPERLINK("http://example.com","a,b")'],
])('begins no cell like the formula %j', async formula => {
  const filter = { search: formula, namespaces: [formula] };
  const finding = aFinding({
    title: formula,
    resource: { ...aFinding().resource, namespace: formula, name: formula },
    entities: [formula],
    violations: [{ path: formula, message: formula }],
    exemption: {
      id: 'x',
      requestedBy: formula,
      decidedBy: formula,
      expiresAt: formula,
      reason: formula,
    },
  });
  const rows = await rowsOf([finding], aHeader({ filter }));
  const cells = rows.flatMap(row => Object.values(row));
  expect(
    cells.filter(cell => /^[\s\ufeff]*[=+\-@＝＋－＠]/.test(cell)),
  ).toEqual([]);
  expect(rows.at(-1)!.title).toBe(`'${formula.trim()}`);
  const chosen = rows.find(({ title }) => title === 'filter.search');
  expect(chosen).toMatchObject({
    record: 'export',
    evidence: `'${formula.trim()}`,
  });
});

it('has as many cells in every row, and says what each row is', async () => {
  const text = await textOf(
    writeCsv,
    aReport([aFinding({ title: 'a "b", c\r\nd' }), aFinding()]),
  );
  const rows = cellsOf(text);
  const written = rows.map(row =>
    row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  expect(`${written.join('\r\n')}\r\n`).toBe(text);
  expect(new Set(rows.map(row => row.length)).size).toBe(1);
  expect(new Set(rows.map(([record]) => record))).toEqual(
    new Set(['record', 'export', 'note', 'cluster', 'gap', 'finding']),
  );
  expect(rows.at(-2)).toContain('a "b", c\r\nd');
});

it('states library, coverage and exemptions', async () => {
  const rows = await rowsOf([], aHeader());
  const facts = new Map(rows.map(({ title, evidence }) => [title, evidence]));
  expect(facts.get('library')).toBe('1.4.0');
  expect(facts.get('coverage')).toBe('99 %');
  expect(facts.get('exempted')).toContain('1 high');
});

describe('the page about exports', () => {
  const ROOT = join(__dirname, '..', '..', '..', '..', '..');
  const page = readFileSync(join(ROOT, 'docs', 'exports.md'), 'utf8');
  const sampleOf = (language: string) =>
    page.split(`\`\`\`${language}\n`)[1].split('```')[0];

  it('names every format', () => {
    for (const format of EXPORT_FORMATS)
      expect(page).toContain(`\`${format}\``);
  });

  it('names every filter', () => {
    for (const { name } of [
      ...findingsFilterParameters,
      ...clusterFilterParameters,
    ])
      expect(page).toContain(`\`${name}\``);
  });

  it('shows rows as they are written', async () => {
    const sample = sampleOf('csv').trimEnd().split('\n');
    const text = await textOf(
      writeCsv,
      aReport([aFinding()], aHeader({ library: '0.2.0' })),
    );
    const rows = text.split('\r\n');
    for (const row of sample) expect(rows).toContain(row);
    expect(sample).toHaveLength(3);
  });
});
