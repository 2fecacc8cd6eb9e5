export { comparedScore } from './comparedScore';
export { ScoreChange } from './ScoreChange';
