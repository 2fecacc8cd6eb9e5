import type { FindingFilters } from '../../model/filterFindings';

/** What the list keeps in the address, and what holds where the address says nothing. */
export const FINDINGS_DEFAULTS = {
  state: '',
  severity: '',
  cluster: '',
  subject: '',
  framework: '',
  category: '',
  container: '',
  opened: '',
  search: '',
  group: 'control',
  /** Key of the finding that is open. */
  finding: '',
};

/** The state of the list, as the address has it. */
export type FindingsState = FindingFilters & {
  group: string;
  finding: string;
};

/** Changes a part of the state. */
export type ChangeFindings = (change: Partial<FindingsState>) => void;

/** Every filter off. */
export const NO_FILTERS: FindingFilters = {
  state: '',
  severity: '',
  cluster: '',
  subject: '',
  framework: '',
  category: '',
  container: '',
  opened: '',
  search: '',
};

/** The filters alone. */
export function filtersOf(state: FindingsState): FindingFilters {
  const names = Object.keys(NO_FILTERS) as (keyof FindingFilters)[];
  return Object.fromEntries(
    names.map(name => [name, state[name]]),
  ) as unknown as FindingFilters;
}
