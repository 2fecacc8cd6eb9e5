/**
 * Backend plugin of Security Posture.
 *
 * @packageDocumentation
 */
export { securityPosturePlugin as default } from './plugin';
