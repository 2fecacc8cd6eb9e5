export { FindingHistory } from './FindingHistory';
