import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { securityPostureTranslationRef } from './ref';

type Messages = (typeof securityPostureTranslationRef)['T'];

/** The function that finds a text by its key. */
export type PostureTranslate = TranslationFunction<Messages>;

/** The texts of the plugin in the language of the user. */
export function usePostureTranslation(): { t: PostureTranslate } {
  return useTranslationRef(securityPostureTranslationRef);
}
