export { Score } from './Score';
export { Grade } from './Grade';
