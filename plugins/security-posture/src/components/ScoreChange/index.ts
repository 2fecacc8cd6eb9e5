export { ScoreChange } from './ScoreChange';
