import { useCallback, useMemo } from 'react';
import type {
  ExemptionPart,
  ExemptionsRegisterQuery,
} from 'backstage-plugin-security-posture-common';
import { EXEMPTION_PARTS } from 'backstage-plugin-security-posture-common';
import { useUrlState } from '../../routing';
import { EXEMPTION_DEFAULTS } from '../ExemptionPanels';
import { useCursorPages } from '../Pager';

/** Exemptions of a page. */
export const PAGE_SIZE = 25;

const NO_FILTERS = { part: '', entity: '', control: '', search: '' };
const REGISTER_DEFAULTS = { ...NO_FILTERS, ...EXEMPTION_DEFAULTS };

/** What the page lists and which panel is open, as the address says. */
export function useRegisterState() {
  const [state, change] = useUrlState(REGISTER_DEFAULTS);
  const { entity, control, search } = state;
  const part = EXEMPTION_PARTS.find(known => known === state.part);
  const filters = useMemo(
    () => ({
      ...(part ? { part } : {}),
      ...(entity ? { entity } : {}),
      ...(control ? { control } : {}),
      ...(search ? { search } : {}),
    }),
    [part, entity, control, search],
  );
  const pages = useCursorPages(JSON.stringify(filters));
  const { cursor } = pages;
  const query = useMemo<ExemptionsRegisterQuery>(
    () => ({ ...filters, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }),
    [filters, cursor],
  );
  const reset = useCallback(() => change(NO_FILTERS), [change]);
  return {
    state,
    change,
    part: part as ExemptionPart | undefined,
    /** True where names narrow the list. */
    narrowed: entity !== '' || control !== '' || search !== '',
    query,
    pages,
    reset,
  };
}

/** What {@link useRegisterState} gives. */
export type RegisterState = ReturnType<typeof useRegisterState>;
