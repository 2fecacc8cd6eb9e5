export { BoardFrame } from './BoardFrame';
export type { BoardFrameProps } from './BoardFrame';
export { DetailFrame } from './DetailFrame';
export type { DetailFrameProps, DetailTab } from './DetailFrame';
