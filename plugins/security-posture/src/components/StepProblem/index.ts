export { StepProblem } from './StepProblem';
