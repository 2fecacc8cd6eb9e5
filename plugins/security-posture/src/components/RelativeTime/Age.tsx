import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatAbsoluteTime, formatAge } from './formatTime';
import { useNow } from './useNow';

/** How long something has lasted, its beginning on hover and for machines. */
export function Age({ iso }: { iso: string }) {
  const { t } = usePostureTranslation();
  const now = useNow();
  const locale = t('shared.locale');
  return (
    <time dateTime={iso} title={formatAbsoluteTime(iso, locale)}>
      {formatAge(iso, now, locale)}
    </time>
  );
}
