export { SupportWords } from './SupportWords';
