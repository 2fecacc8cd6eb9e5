import { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { PathOf } from './flattenMessages';
import type { postureMessages } from './messages';
import { securityPostureTranslationRef } from './ref';

/** Names of messages; singular and plural of one have one name. */
type WithoutPlural<Name extends string> = Name extends
  | `${infer Stem}_one`
  | `${infer Stem}_other`
  ? Stem
  : Name;

/** The name of a message, with the names of what holds it: `tab.findings.title`. */
export type PostureMessage = WithoutPlural<PathOf<typeof postureMessages>>;

/** What stands in the places of a message. */
export type MessageValues<Value> = Readonly<Record<string, Value>>;

/**
 * The function that finds a text by its name. Backstage's own type of it also tells the places of each message, at a cost that grows
 * with the number of messages times the number of calls: minutes for ours. A place that is left open shows in the text.
 */
export interface PostureTranslate {
  (message: PostureMessage, values?: MessageValues<string | number>): string;
  (
    message: PostureMessage,
    values: MessageValues<string | number | ReactElement>,
  ): ReactElement;
}

/** The texts of the plugin in the language of the user. */
export function usePostureTranslation(): { t: PostureTranslate } {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return { t: t as unknown as PostureTranslate };
}
