import { ExplorerFilters, filtersText } from '../../model/explorerFilters';

const VIEWS: readonly {
  id: 'all' | 'grave' | 'new' | 'exempted' | 'notEvaluated';
  filters: Partial<ExplorerFilters>;
}[] = [
  { id: 'all', filters: {} },
  {
    id: 'grave',
    filters: {
      severity: ['critical', 'high'],
      state: 'failing',
      production: 'true',
    },
  },
  { id: 'new', filters: { state: 'failing', since: '7d' } },
  { id: 'exempted', filters: { state: 'exempted' } },
  { id: 'notEvaluated', filters: { state: 'notEvaluated' } },
];

/** The views that everybody has, with their filters as the address has them. */
export const BUILT_IN_VIEWS = VIEWS.map(({ id, filters }) => ({
  id,
  filters: filtersText(filters),
}));
