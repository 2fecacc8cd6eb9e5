import type {
  TrendMark,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatPercent } from '../Coverage';
import { DataColumn, DataTable } from '../DataTable';
import { Day } from '../Day';
import { EventLinks } from '../HistoryEventWords';
import { changedPoints } from './changedPoints';
import { MarkWords } from './ScoreMarks';

/** Props of {@link ScoreDays}. */
export interface ScoreDaysProps {
  points: readonly TrendPoint[];
  marks: readonly TrendMark[];
  links: EventLinks;
}

/** The numbers of the picture: a row for each day that differs from the one before, newest first. */
export function ScoreDays({ points, marks, links }: ScoreDaysProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const byDay = new Map(marks.map(mark => [mark.day, mark]));
  const columns: DataColumn<TrendPoint>[] = [
    {
      id: 'day',
      header: t('trend.ninety.day'),
      rowHeader: true,
      width: '5rem',
      cell: ({ day }) => <Day day={day} />,
    },
    {
      id: 'score',
      header: t('trend.ninety.score'),
      align: 'end',
      cell: ({ effective }) => effective ?? t('shared.score.none'),
    },
    {
      id: 'open',
      header: t('trend.ninety.open'),
      cell: ({ open: { critical, high } }) =>
        `${t('shared.openCount.critical', { count: critical })}, ${t(
          'shared.openCount.high',
          { count: high },
        )}`,
    },
    {
      id: 'coverage',
      header: t('trend.ninety.coverage'),
      align: 'end',
      cell: ({ coverage }) =>
        coverage === null ? '–' : formatPercent(coverage, locale),
    },
    {
      id: 'what',
      header: t('trend.ninety.what'),
      cell: ({ day }) => {
        const mark = byDay.get(day);
        return mark ? <MarkWords mark={mark} links={links} /> : '–';
      },
    },
  ];
  return (
    <DataTable
      label={t('trend.ninety.table')}
      columns={columns}
      rows={changedPoints(points, new Set(byDay.keys()))}
      rowKey={({ day }) => day}
    />
  );
}
