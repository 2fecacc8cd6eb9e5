export type { PrintedBasis } from './PrintedPage';
export { PrintedPage } from './PrintedPage';
