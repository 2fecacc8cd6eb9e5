import { createContext, useContext } from 'react';

/** The ways into the panels about exemptions. */
export interface ExemptionContext {
  /** Asks for an exemption of a finding; undefined where the user may not. */
  request?: (findingKey: string) => void;
  /** Shows an exemption. */
  open: (id: string) => void;
}

/** Undefined outside of a page that has these panels. */
export const ExemptionPanelsContext = createContext<
  ExemptionContext | undefined
>(undefined);

/** The ways into the panels about exemptions; undefined on a page that has none. */
export function useExemptionPanels(): ExemptionContext | undefined {
  return useContext(ExemptionPanelsContext);
}
