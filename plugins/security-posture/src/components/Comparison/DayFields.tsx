import { useId } from 'react';
import { Button } from '@backstage/ui';
import { dayOf } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import {
  ComparedDays,
  firstDay,
  lastDays,
  USUAL_PERIODS,
} from './comparedDays';
import styles from './Comparison.module.css';

/** Props of {@link DayFields}. */
export interface DayFieldsProps {
  days: ComparedDays;
  onChange: (days: ComparedDays) => void;
}

/** The two days, to choose freely or by a usual period. */
export function DayFields({ days, onChange }: DayFieldsProps) {
  const { t } = usePostureTranslation();
  const now = Date.now();
  const today = dayOf(now);
  return (
    <div className={styles.choice}>
      <DayField
        label={t('trend.compare.from')}
        value={days.from}
        min={firstDay(now)}
        max={days.to || today}
        onChange={from => onChange({ ...days, from })}
      />
      <DayField
        label={t('trend.compare.to')}
        value={days.to}
        min={days.from || firstDay(now)}
        max={today}
        onChange={to => onChange({ ...days, to })}
      />
      <div
        className={styles.periods}
        role="group"
        aria-label={t('trend.compare.presets')}
      >
        {USUAL_PERIODS.map(number => (
          <Button
            key={number}
            size="small"
            variant="tertiary"
            onPress={() => onChange(lastDays(number, now))}
          >
            {t('trend.compare.lastDays', { number: String(number) })}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface DayFieldProps {
  label: string;
  value: string;
  min: string;
  max: string;
  onChange: (day: string) => void;
}

function DayField({ label, onChange, ...field }: DayFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        {...field}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}
