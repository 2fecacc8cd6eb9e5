export { AttestPanel } from './AttestPanel';
export type { AttestPanelProps } from './AttestPanel';
export { failureWords } from './failureWords';
