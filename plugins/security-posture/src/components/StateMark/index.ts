export { StateMark } from './StateMark';
export type { ControlState } from './StateMark';
