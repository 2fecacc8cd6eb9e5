import { useState } from 'react';
import { Alert } from '@backstage/ui';
import type { ExportOf } from '../../api/useExport';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EventLinks } from '../HistoryEventWords';
import { ChangesOfDays } from './ChangesOfDays';
import {
  ComparedDays,
  readComparedDays,
  writeComparedDays,
} from './comparedDays';
import styles from './Comparison.module.css';
import { DayFields } from './DayFields';
import { LoadChanges } from './useChanges';

/** Props of {@link Comparison}. */
export interface ComparisonProps {
  /** The days as the address has them: `2026-11-12..2026-11-19`. */
  value: string;
  /** Called with other days in the same form; with nothing when the comparison is closed. */
  onChange: (value: string) => void;
  /** Names what is compared among cached answers: an entity's ref, `cluster:prod-eu`. */
  id: string;
  load: LoadChanges;
  /** What an export of one of the days is of. */
  exportOf: ExportOf;
  /** Where findings and exemptions have their pages. */
  links: EventLinks;
}

const NO_DAYS: ComparedDays = { from: '', to: '' };

/** Two days to choose, and what changed from the end of one to the end of the other. */
export function Comparison(props: ComparisonProps) {
  const { value, onChange, ...rest } = props;
  const { t } = usePostureTranslation();
  const days = readComparedDays(value, Date.now());
  return (
    <div className={styles.comparison}>
      <ChosenDays value={value} days={days} onChange={onChange} />
      {days ? (
        <ChangesOfDays days={days} {...rest} />
      ) : (
        <Alert status="warning" icon title={t('trend.compare.invalid')} />
      )}
    </div>
  );
}

/** Takes over what is chosen as soon as it names two days in their order; until then it stands in the fields only. */
function ChosenDays({
  value,
  days = NO_DAYS,
  onChange,
}: Pick<ComparisonProps, 'value' | 'onChange'> & {
  days: ComparedDays | undefined;
}) {
  const [draft, setDraft] = useState({ value, days });
  return (
    <DayFields
      days={draft.value === value ? draft.days : days}
      onChange={next => {
        setDraft({ value, days: next });
        const written = writeComparedDays(next);
        if (readComparedDays(written, Date.now())) onChange(written);
      }}
    />
  );
}
