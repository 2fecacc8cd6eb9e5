export { Verdict } from './Verdict';
export { isStale, requiredCoverage } from './readiness';
