/**
 * Security posture of services and clusters on Backstage pages, for the classic frontend system.
 * The new frontend system takes `backstage-plugin-security-posture/alpha`.
 *
 * @packageDocumentation
 */
export { securityPostureApiRef } from './api';
export { isSecurityPostureAvailable } from './isSecurityPostureAvailable';
export {
  EntitySecurityPostureCard,
  EntitySecurityPostureContent,
  SecurityPosturePage,
  securityPosturePlugin,
} from './plugin';
export { securityPostureTranslationRef } from './translation/ref';
