export { EXEMPTION_DEFAULTS, ExemptionPanels } from './ExemptionPanels';
export type { ExemptionAddress } from './ExemptionPanels';
export { FindingExemptionNotes } from './FindingExemptionNotes';
export { RequestExemptionButton } from './RequestExemptionButton';
export { useExemptionPanels } from './exemptionContext';
