export { StandingChange } from './StandingChange';
