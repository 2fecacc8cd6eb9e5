import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { cardMessages } from './card';
import { organisationMessages } from './organisation';
import { sharedMessages } from './shared';
import { tabMessages } from './tab';

/** All texts of the plugin, in English; German comes along. Both frontend systems use the same ref. */
export const securityPostureTranslationRef = createTranslationRef({
  id: 'plugin.security-posture',
  messages: {
    card: cardMessages,
    organisation: organisationMessages,
    shared: sharedMessages,
    tab: tabMessages,
  },
  translations: { de: () => import('./de') },
});
