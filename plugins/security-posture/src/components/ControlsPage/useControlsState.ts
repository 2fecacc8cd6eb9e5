import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { CONTROL_ORDERS, ControlOrder } from '../../model/controlGroups';
import { useUrlState } from '../../routing';

const NO_FILTERS = {
  search: '',
  severity: '',
  category: '',
  framework: '',
};

const DEFAULTS = { ...NO_FILTERS, order: 'severity' };

/** The filters of the list of controls, as the address has them. */
export type ControlFilters = { [Name in keyof typeof NO_FILTERS]: string };

/** What of the controls is listed, kept in the address. */
export interface ControlsState {
  filters: ControlFilters;
  filtered: boolean;
  order: ControlOrder;
  change: (filters: Partial<ControlFilters>) => void;
  reset: () => void;
  sort: (order: string) => void;
}

/** Reads from the address which controls are listed, and in which order. */
export function useControlsState(): ControlsState {
  const [{ order, ...filters }, change] = useUrlState(DEFAULTS);
  return {
    filters,
    filtered: Object.values(filters).some(value => value !== ''),
    order: CONTROL_ORDERS.find(known => known === order) ?? 'severity',
    change,
    reset: () => change(NO_FILTERS),
    sort: next => change({ order: next }),
  };
}

/** The controls that meet the filters. A value that no control has leaves none. */
export function filterControls(
  controls: readonly ControlStanding[],
  { search, severity, category, framework }: ControlFilters,
): readonly ControlStanding[] {
  const wanted = search.trim().toLowerCase();
  return controls.filter(
    control =>
      (!severity || control.severity === severity) &&
      (!category || control.category === category) &&
      (!framework || framework in control.frameworks) &&
      [control.id, control.title].some(text =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
