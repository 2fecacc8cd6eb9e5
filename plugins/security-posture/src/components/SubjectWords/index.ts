export { subjectWords } from './subjectWords';
