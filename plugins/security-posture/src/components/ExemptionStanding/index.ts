export { AboutFinding } from './AboutFinding';
export { ExemptionStanding } from './ExemptionStanding';
export type { StandingScores } from './standingWords';
export { STAGE_TITLES } from './standingWords';
export { StageMark } from './StageMark';
