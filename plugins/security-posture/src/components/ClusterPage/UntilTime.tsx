import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatAbsoluteTime } from '../RelativeTime/formatTime';
import { useNow } from '../RelativeTime/useNow';

const MINUTE_MS = 60_000;

/** How far a time is ahead, "in 3 hr"; the moment itself on hover and for machines. */
export function UntilTime({ iso }: { iso: string }) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const minutes = Math.max(
    0,
    Math.round((Date.parse(iso) - useNow()) / MINUTE_MS),
  );
  const format = new Intl.RelativeTimeFormat(locale, {
    style: 'short',
    numeric: 'always',
  });
  return (
    <time dateTime={iso} title={formatAbsoluteTime(iso, locale)}>
      {minutes < 120
        ? format.format(minutes, 'minute')
        : format.format(Math.round(minutes / 60), 'hour')}
    </time>
  );
}
