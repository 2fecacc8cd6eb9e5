import type { ChangesResponse } from 'backstage-plugin-security-posture-common';
import type { ExportOf } from '../../api/useExport';
import { dayOf } from '../../model/days';
import { ExportButton } from '../ExportButton';
import { ComparedDays } from './comparedDays';
import styles from './Comparison.module.css';

/** Props of {@link DayExports}. */
export interface DayExportsProps {
  of: ExportOf;
  days: ComparedDays;
  /** `counts`: the findings of the first day are no longer kept, so that there is nothing of it to export. */
  detail: ChangesResponse['detail'];
}

/** The exports of those of two days that lie in the past; the page around has that of now. */
export function DayExports({
  of,
  days: { from, to },
  detail,
}: DayExportsProps) {
  const past = [
    ...(detail === 'counts' ? [] : [from]),
    ...(to < dayOf(Date.now()) ? [to] : []),
  ];
  if (past.length === 0) return null;
  return (
    <div className={styles.exports}>
      {past.map(date => (
        <ExportButton key={date} of={{ ...of, date }} />
      ))}
    </div>
  );
}
