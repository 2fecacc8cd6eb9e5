export { PostureRoot } from './PostureRoot';
