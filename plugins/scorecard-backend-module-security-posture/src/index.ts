/**
 * Score and open critical findings of Security Posture, as metrics of the RHDH Scorecard.
 *
 * @packageDocumentation
 */
export { scorecardModuleSecurityPosture as default } from './module';
