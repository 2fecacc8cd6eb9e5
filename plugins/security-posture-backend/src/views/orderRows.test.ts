import { EntityRow } from 'backstage-plugin-security-posture-common';
import { filterRows } from './filterRows';
import { orderRows } from './orderRows';

function aRow(name: string, over: Partial<EntityRow> = {}): EntityRow {
  return {
    entityRef: `component:default/${name}`,
    state: 'judged',
    readiness: 'ready',
    score: { value: 100, grade: 'A', coverage: 1 },
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    blocking: { critical: 0, high: 0 },
    workloads: 1,
    lastSuccessAt: '2026-11-21T10:00:00.000Z',
    staleClusters: [],
    ...over,
  };
}

function scored(value: number | null) {
  return { score: { value, grade: null, coverage: 1 } };
}

function open(critical: number, high: number) {
  return { open: { critical, high, medium: 0, low: 0, info: 0 } };
}

function blocked(critical: number, high: number) {
  return { ...open(critical, high), blocking: { critical, high } };
}

const rows = [
  aRow('ready-b'),
  aRow('ready-a', { title: 'Zebra' }),
  aRow('none', {
    state: 'notMapped',
    readiness: 'unknown',
    ...scored(null),
    lastSuccessAt: undefined,
  }),
  aRow('unknown', {
    readiness: 'unknown',
    ...scored(60),
    lastSuccessAt: '2026-11-20T10:00:00.000Z',
  }),
  aRow('bad', { readiness: 'notReady', ...scored(20), ...blocked(1, 5) }),
  aRow('worse', {
    readiness: 'notReady',
    ...scored(4),
    ...blocked(2, 0),
    lastSuccessAt: undefined,
  }),
  aRow('unscored', {
    readiness: 'notReady',
    ...scored(null),
    ...blocked(1, 0),
  }),
];

function names(ordered: readonly EntityRow[]) {
  return ordered.map(({ entityRef }) => entityRef.split('/')[1]);
}

describe('orderRows', () => {
  it.each([
    [
      'worst',
      ['worse', 'bad', 'unscored', 'unknown', 'ready-a', 'ready-b', 'none'],
    ],
    [
      'name',
      ['bad', 'none', 'ready-b', 'unknown', 'unscored', 'worse', 'ready-a'],
    ],
    [
      'score',
      ['worse', 'bad', 'unknown', 'ready-a', 'ready-b', 'unscored', 'none'],
    ],
    [
      'critical',
      ['worse', 'bad', 'unscored', 'unknown', 'ready-a', 'ready-b', 'none'],
    ],
    [
      'freshness',
      ['worse', 'unknown', 'bad', 'ready-a', 'ready-b', 'unscored', 'none'],
    ],
  ] as const)('by %s', (order, expected) => {
    expect(names(orderRows(rows, order))).toEqual(expected);
    expect(names(orderRows([...rows].reverse(), order))).toEqual(expected);
  });
});

it('orders by what blocks, whatever else is open elsewhere', () => {
  const elsewhere = aRow('elsewhere', { ...scored(4), ...open(9, 9) });
  const blocking = aRow('blocking', { ...scored(20), ...blocked(0, 1) });
  expect(names(orderRows([elsewhere, blocking], 'critical'))).toEqual([
    'blocking',
    'elsewhere',
  ]);
});

describe('filterRows', () => {
  const owned = [...rows, aRow('cart', { owner: 'group:default/Shop' })];

  it.each([
    ['nothing', {}, names(owned)],
    ['a readiness', { readiness: ['unknown'] }, ['none', 'unknown']],
    ['no readiness at all', { readiness: [] }, []],
    ['a part of a name', { search: 'EADY-' }, ['ready-b', 'ready-a']],
    ['a part of a title', { search: 'zeb' }, ['ready-a']],
    ['a namespace, which is no name', { search: 'default' }, []],
    ['an owner', { owner: 'group:default/shop' }, ['cart']],
    ['two things at once', { search: 'ready', readiness: ['notReady'] }, []],
  ] as const)('by %s', (_, filter, expected) => {
    expect(names(filterRows(owned, filter))).toEqual(expected);
  });
});
