import type { AccountRightView } from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** "get, list on secrets and 3 more", "every verb on every resource". */
export function rightWords(right: AccountRightView, t: PostureTranslate) {
  const verbs = right.verbs.includes('*')
    ? t('entity.right.everyVerb')
    : listWords(right.verbs, right.moreVerbs, t);
  const objects = right.objects.includes('*')
    ? t('entity.right.everyResource')
    : listWords(right.objects, right.moreObjects, t);
  return t('entity.right.words', { verbs, objects });
}

/** "in namespace shop", "in the whole cluster". */
export function rightPlaceWords(
  { namespace }: Pick<AccountRightView, 'namespace'>,
  t: PostureTranslate,
): string {
  return namespace === undefined
    ? t('entity.right.inCluster')
    : t('entity.right.inNamespace', { namespace });
}

/** "only token"; undefined where it is about objects of every name. */
export function rightNamesWords(
  { names, moreNames }: AccountRightView,
  t: PostureTranslate,
): string | undefined {
  return names.length === 0
    ? undefined
    : t('entity.right.only', { names: listWords(names, moreNames, t) });
}

function listWords(
  words: readonly string[],
  more: number | undefined,
  t: PostureTranslate,
): string {
  const listed = words.join(', ');
  return more ? t('entity.more', { listed, count: more }) : listed;
}
