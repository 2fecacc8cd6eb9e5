import { FRAMEWORKS } from '../../model/frameworks';
import { allControls } from '../controlLibrary';
import { itemsAnswered } from './crosswalk';
import { FRAMEWORK_TABLES } from './frameworkTables';

const ROWS = FRAMEWORK_TABLES.map(
  table => [`${table.framework} ${table.edition}`, table] as const,
);
const itemsOf = ({ sections }: (typeof FRAMEWORK_TABLES)[number]) =>
  sections.flatMap(({ items }) => items);

describe('the tables of frameworks', () => {
  it('hold every framework', () => {
    expect(new Set(FRAMEWORK_TABLES.map(({ framework }) => framework))).toEqual(
      new Set(Object.keys(FRAMEWORKS)),
    );
  });

  it.each([
    ['nsa', 28],
    ['pss-baseline', 12],
    ['pss-restricted', 7],
    ['cis', 131],
    ['nist-800-190', 23],
    ['owasp-k8s', 10],
  ])('%s has all of its %i items', (framework, count) => {
    const table = FRAMEWORK_TABLES.find(one => one.framework === framework)!;
    expect(itemsOf(table)).toHaveLength(count);
  });

  it.each(ROWS)('%s is worded, and names no item twice', (_, table) => {
    expect(table.source).toMatch(/^https:\/\//);
    expect(table.about).toMatch(/\.$/);
    const items = itemsOf(table);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { title, beyond } of items) {
      expect(title).toMatch(/[^.]$/);
      expect(beyond ?? 'Nothing.').toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(ROWS)('%s has every item that a control refers to', (_, table) => {
    const known = new Set(itemsOf(table).map(({ id }) => id));
    const unknown = allControls().flatMap(control =>
      itemsAnswered(control, table)
        .filter(id => !known.has(id))
        .map(id => `${control.id}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('hold every edition of CIS that a control refers to', () => {
    const editions = allControls().flatMap(({ frameworks }) =>
      Object.keys(frameworks.cis ?? {}),
    );
    const known = FRAMEWORK_TABLES.filter(
      ({ framework }) => framework === 'cis',
    ).map(({ edition }) => edition);
    expect(known).toEqual(expect.arrayContaining(editions));
  });
});
