import type {
  AccessResponse,
  AccountView,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** Whether an account has a right that leads further, in a sentence. What could not be read is never said to be nothing. */
export function accessSentence(
  { items }: AccessResponse,
  t: PostureTranslate,
): string {
  const risky = items.filter(isRisky).length;
  const unread = items.filter(({ rightsUnread }) => rightsUnread).length;
  const words = risky
    ? t('entity.access.risky', { count: risky })
    : t(unread ? 'entity.access.noneRiskyKnown' : 'entity.access.noneRisky');
  return unread
    ? `${words} ${t('entity.access.unreadCount', { count: unread })}`
    : words;
}

/** True for an account with a right that a workload should not have: one of severity info leads nowhere. */
function isRisky({ rights }: AccountView): boolean {
  return rights.some(({ severity }) => severity && severity !== 'info');
}
