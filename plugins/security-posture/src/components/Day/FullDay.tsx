import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DayProps } from './Day';

/** A day with its year: "12 Nov 2026". */
export function FullDay({ day }: DayProps) {
  const { t } = usePostureTranslation();
  return (
    <time dateTime={day.slice(0, 10)}>
      {formatDay(day, t('shared.locale'), true)}
    </time>
  );
}
