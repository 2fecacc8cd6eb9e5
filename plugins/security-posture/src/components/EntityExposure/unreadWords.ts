import type { ExposureResponse } from 'backstage-plugin-security-posture-common';
import { distinct } from '../../model/groupFindings';
import { PostureTranslate } from '../../translation/usePostureTranslation';

type Unread = Pick<
  ExposureResponse['unread'][number],
  'cluster' | 'list' | 'reason'
>;

/** What could not be read, where and why: "Ingresses may not be read in staging". */
export function unreadWords(
  unread: readonly Unread[],
  t: PostureTranslate,
): string[] {
  return distinct(unread.map(one => wordsOf(one, t)));
}

/** A sweep before an upgrade told nothing of any list: that is said once. */
function wordsOf({ cluster, list, reason }: Unread, t: PostureTranslate) {
  if (reason === 'staleData')
    return t('entity.exposure.unread.notYet', { cluster });
  const what = t(`entity.exposure.list.${list}`);
  return reason === 'forbidden'
    ? t('entity.exposure.unread.forbidden', { what, cluster })
    : t('entity.exposure.unread.other', {
        what,
        cluster,
        reason: t(`shared.reason.${reason}`),
      });
}
