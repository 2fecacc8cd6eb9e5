import type { FindingFilters } from '../../model/filterFindings';

/** What the list keeps in the address, and what holds where the address says nothing. */
export const FINDINGS_DEFAULTS = {
  state: '',
  severity: '',
  cluster: '',
  subject: '',
  framework: '',
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
  search: '',
};

/** The filters alone. */
export function filtersOf(state: FindingsState): FindingFilters {
  const { severity, cluster, subject, framework, search } = state;
  return { state: state.state, severity, cluster, subject, framework, search };
}
