export { ExemptionRequestPanel } from './ExemptionRequestPanel';
export type { ExemptionRequestPanelProps } from './ExemptionRequestPanel';
