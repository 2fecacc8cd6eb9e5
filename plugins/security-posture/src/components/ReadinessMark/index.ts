export { ReadinessMark } from './ReadinessMark';
