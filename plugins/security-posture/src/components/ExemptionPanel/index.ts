export { ExemptionPanel } from './ExemptionPanel';
export type { ExemptionPanelProps } from './ExemptionPanel';
export { scopeWords } from './scopeWords';
