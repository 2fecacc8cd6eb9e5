export { ScoreHistory } from './ScoreHistory';
