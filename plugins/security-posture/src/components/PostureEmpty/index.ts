export { PostureEmpty } from './PostureEmpty';
export type { EmptyPosture } from './emptyWords';
