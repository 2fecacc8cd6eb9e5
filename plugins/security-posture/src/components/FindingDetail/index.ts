export { FindingDetail } from './FindingDetail';
