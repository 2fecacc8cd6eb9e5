export { ScanButton } from './ScanButton';
export { ScanOutcome } from './ScanOutcome';
export type { ScanControl } from './ScanControl';
