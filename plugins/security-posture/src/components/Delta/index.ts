export { Delta } from './Delta';
export type { DeltaProps } from './Delta';
export { directionWords } from './directionWords';
