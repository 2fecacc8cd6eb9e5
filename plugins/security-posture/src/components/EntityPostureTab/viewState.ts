import { EXEMPTION_DEFAULTS, ExemptionAddress } from '../ExemptionPanels';
import { FINDINGS_DEFAULTS, FindingsState } from '../Findings/findingsState';

/** The views of the tab below the next action, in the order of their tabs. */
export const ENTITY_VIEWS = [
  'findings',
  'workloads',
  'exposure',
  'access',
  'exemptions',
  'history',
] as const;

/** A view of the tab. */
export type EntityView = (typeof ENTITY_VIEWS)[number];

/** What the tab keeps in the address, and what holds where the address says nothing. */
export const TAB_DEFAULTS = {
  ...FINDINGS_DEFAULTS,
  view: 'findings',
  /** Two days: `2026-11-12..2026-11-19`; empty where none are compared. */
  compare: '',
  /** How many days the history goes back. */
  days: '30',
  ...EXEMPTION_DEFAULTS,
};

/** The state of the tab, as the address has it. */
export type TabState = FindingsState &
  ExemptionAddress & {
    view: string;
    compare: string;
    days: string;
  };

/** Changes a part of the state. */
export type ChangeTab = (change: Partial<TabState>) => void;

/** The view that the address names; the first one where it names none that there is. */
export function viewOf(name: string): EntityView {
  return ENTITY_VIEWS.find(view => view === name) ?? ENTITY_VIEWS[0];
}
