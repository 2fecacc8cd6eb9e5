/** The element around everything that the plugin shows: the shell around it is not ours to judge. */
export const POSTURE_ROOT = '[data-plugin-id="security-posture"]';

/** Where the plugin's backend answers. */
export const POSTURE_API = '/api/security-posture/v1';
