import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { securityPostureTranslationRef } from './ref';

/** The texts of the plugin in the language of the user. */
export function usePostureTranslation() {
  return useTranslationRef(securityPostureTranslationRef);
}

/** The function that finds a text by its key. */
export type PostureTranslate = ReturnType<typeof usePostureTranslation>['t'];
