import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';

/** Props of {@link Day}. */
export interface DayProps {
  /** `2026-11-12`, or an ISO time, of which the UTC day counts. */
  day: string;
  /** True where it may lie in another year: "12 Nov 2026". */
  withYear?: boolean;
}

/** A day: "12 Nov", its year on hover and the day itself for machines. */
export function Day({ day, withYear = false }: DayProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  return (
    <time dateTime={day.slice(0, 10)} title={formatDay(day, locale, true)}>
      {formatDay(day, locale, withYear)}
    </time>
  );
}
