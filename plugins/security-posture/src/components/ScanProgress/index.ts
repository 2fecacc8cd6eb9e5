export { ScanProgress } from './ScanProgress';
