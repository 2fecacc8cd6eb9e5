import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatAbsoluteTime, formatRelativeTime } from './formatTime';
import { useNow } from './useNow';

/** How long ago something was, the moment itself on hover and for machines. */
export function RelativeTime({ iso }: { iso: string }) {
  const { t } = usePostureTranslation();
  const now = useNow();
  const locale = t('shared.locale');
  return (
    <time dateTime={iso} title={formatAbsoluteTime(iso, locale)}>
      {formatRelativeTime(iso, now, locale)}
    </time>
  );
}
