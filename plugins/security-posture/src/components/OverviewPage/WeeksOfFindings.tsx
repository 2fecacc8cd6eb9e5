import { lazy } from 'react';
import { RiBarChart2Line } from '@remixicon/react';
import type {
  OverviewResponse,
  OverviewWeek,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ChartSection } from '../ChartSection';
import { DataColumn, DataTable } from '../DataTable';
import { Day } from '../Day';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';

const WeeksChart = lazy(() =>
  import('./WeeksChart').then(module => ({ default: module.WeeksChart })),
);

/** Height of the picture in pixels. */
const HEIGHT = 210;

/** How many findings opened and how many ended in each of the last weeks. */
export function WeeksOfFindings({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const { weeks } = overview;
  const sums = {
    opened: String(sumOf(weeks, 'opened')),
    fixed: String(sumOf(weeks, 'fixed')),
    weeks: String(weeks.length),
  };
  if (weeks.every(({ opened, fixed }) => opened + fixed === 0))
    return (
      <TabSection title={t('overview.weeks.title')}>
        <EmptyState
          icon={RiBarChart2Line}
          title={t('overview.weeks.none.title')}
        >
          {t('overview.weeks.none.description', { weeks: sums.weeks })}
        </EmptyState>
      </TabSection>
    );
  return (
    <ChartSection
      title={t('overview.weeks.title')}
      sentence={t('overview.weeks.explained', sums)}
      height={HEIGHT}
      chart={<WeeksChart weeks={weeks} height={HEIGHT} />}
      table={
        <DataTable
          label={t('overview.weeks.table')}
          columns={columnsOf(t)}
          rows={[...weeks].reverse()}
          rowKey={({ from }) => from}
          compact
        />
      }
    />
  );
}

function sumOf(weeks: readonly OverviewWeek[], side: 'opened' | 'fixed') {
  return weeks.reduce((sum, week) => sum + week[side], 0);
}

function columnsOf(t: PostureTranslate): DataColumn<OverviewWeek>[] {
  return [
    {
      id: 'week',
      header: t('overview.weeks.week'),
      rowHeader: true,
      cell: ({ from }) => <Day day={from} />,
    },
    {
      id: 'opened',
      header: t('overview.weeks.opened'),
      align: 'end',
      cell: ({ opened }) => opened,
    },
    {
      id: 'fixed',
      header: t('overview.weeks.fixed'),
      align: 'end',
      cell: ({ fixed }) => fixed,
    },
  ];
}
