import {
  ExplorerFilters,
  filtersText,
  findingsFilter,
  NO_EXPLORER_FILTERS,
  refusedFilters,
} from './explorerFilters';

const NOW = Date.parse('2026-11-21T12:00:00Z');

function filters(over: Partial<ExplorerFilters>): ExplorerFilters {
  return { ...NO_EXPLORER_FILTERS, ...over };
}

describe('findingsFilter', () => {
  it.each<[string, Partial<ExplorerFilters>, object]>([
    ['nothing', {}, {}],
    [
      'severities',
      { severity: ['critical', 'high'] },
      { severities: ['critical', 'high'] },
    ],
    [
      'what fails',
      { state: 'failing' },
      { outcomes: ['fail'], exempted: false },
    ],
    ['what is exempted', { state: 'exempted' }, { exempted: true }],
    [
      'what was not evaluated',
      { state: 'notEvaluated' },
      { outcomes: ['notEvaluated'] },
    ],
    ['what is stale', { state: 'stale' }, { stale: true }],
    ['production', { production: 'true' }, { production: true }],
    ['all but production', { production: 'false' }, { production: false }],
    ['days before today', { since: '7d' }, { since: '2026-11-14' }],
    ['a day', { since: '2026-11-01' }, { since: '2026-11-01' }],
    [
      'a place',
      { cluster: ['prod-eu'], namespace: 'shop' },
      { clusters: ['prod-eu'], namespaces: ['shop'] },
    ],
  ])('asks for %s', (_, over, expected) => {
    expect(findingsFilter(filters(over), NOW)).toEqual(expected);
  });
});

describe('refusedFilters', () => {
  it.each<[string, Partial<ExplorerFilters>, string[]]>([
    ['words that there are', { severity: ['low'], state: 'stale' }, []],
    ['a severity that there is not', { severity: ['low', 'huge'] }, ['huge']],
    ['a state that there is not', { state: 'fine' }, ['fine']],
    ['a day that is none', { since: '2026-13-40' }, ['2026-13-40']],
    ['a stretch that is none', { since: 'soon' }, ['soon']],
    ['a ref without a kind', { owner: 'payments' }, ['payments']],
    ['a whole ref', { owner: 'group:default/payments' }, []],
    ['any control', { control: ['of-tomorrow'] }, []],
  ])('finds of %s what cannot be asked for', (_, over, values) => {
    expect(refusedFilters(filters(over)).map(({ value }) => value)).toEqual(
      values,
    );
  });
});

describe('filtersText', () => {
  it('is the same whatever the order in which filters were set', () => {
    expect(filtersText({ state: 'stale', search: 'web' })).toBe(
      filtersText({ search: 'web', state: 'stale' }),
    );
    expect(filtersText({ severity: ['high', 'low'], owner: '' })).toBe(
      'severity=high%2Clow',
    );
  });
});
