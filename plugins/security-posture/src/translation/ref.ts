import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { postureMessages } from './messages';

/** All texts of the plugin, in English; German comes along. Both frontend systems use the same ref. */
export const securityPostureTranslationRef = createTranslationRef({
  id: 'plugin.security-posture',
  messages: postureMessages,
  translations: { de: () => import('./de') },
});
