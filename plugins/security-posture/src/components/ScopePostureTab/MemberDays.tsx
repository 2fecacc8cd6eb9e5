import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { Day } from '../Day';
import { changedDays, MemberDay } from './memberDays';

/** The days on which something changed, as a table: the twin of the chart. */
export function MemberDays({ days }: { days: readonly MemberDay[] }) {
  const { t } = usePostureTranslation();
  const number = (
    id: string,
    header: string,
    cell: (day: MemberDay) => number | null,
  ): DataColumn<MemberDay> => ({
    id,
    header,
    align: 'end',
    cell: day => cell(day) ?? '–',
  });
  return (
    <DataTable
      label={t('scopes.tab.trend')}
      rows={changedDays(days)}
      rowKey={({ day }) => day}
      columns={[
        {
          id: 'day',
          header: t('scopes.tab.trendDay'),
          rowHeader: true,
          cell: ({ day }) => <Day day={day} />,
        },
        number('unblocked', t('scopes.tab.trendUnblocked'), d => d.unblocked),
        number('judged', t('scopes.tab.trendJudged'), d => d.judged),
        number('lowest', t('scopes.tab.lowest'), d => d.effective),
        number('p10', t('scopes.tab.p10'), d => d.p10),
        number('critical', t('shared.severity.critical'), d => d.open.critical),
        number('high', t('shared.severity.high'), d => d.open.high),
      ]}
    />
  );
}
