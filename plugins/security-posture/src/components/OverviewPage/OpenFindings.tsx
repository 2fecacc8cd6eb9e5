import { lazy } from 'react';
import { RiLineChartLine } from '@remixicon/react';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ChartSection } from '../ChartSection';
import { DataColumn, DataTable } from '../DataTable';
import { Day } from '../Day';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import { OpenDay, openDays, openOf, SHOWN, weekly } from './openFindings';

const OpenChart = lazy(() =>
  import('./OpenChart').then(module => ({ default: module.OpenChart })),
);

/** Height of the picture in pixels. */
const HEIGHT = 210;

/** How many findings were open at the end of each of the last 90 days, by severity. */
export function OpenFindings({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const days = openDays(overview.trend);
  if (days.length < 2)
    return (
      <TabSection title={t('overview.open.title')}>
        <EmptyState
          icon={RiLineChartLine}
          title={t('overview.open.young.title')}
        >
          {t('overview.open.young.description')}
        </EmptyState>
      </TabSection>
    );
  return (
    <ChartSection
      title={t('overview.open.title')}
      sentence={sentenceOf(days, t)}
      height={HEIGHT}
      chart={<OpenChart days={days} height={HEIGHT} />}
      table={
        <DataTable
          label={t('overview.open.table')}
          columns={columnsOf(t)}
          rows={weekly(days).reverse()}
          rowKey={({ day }) => day}
          compact
        />
      }
    />
  );
}

function sentenceOf(days: readonly OpenDay[], t: PostureTranslate): string {
  const [before, now] = [openOf(days[0]), openOf(days[days.length - 1])];
  const words = {
    now: String(now),
    before: String(before),
    days: String(days.length - 1),
  };
  if (now === before) return t('overview.open.same', words);
  return t(now < before ? 'overview.open.from' : 'overview.open.up', words);
}

function columnsOf(t: PostureTranslate): DataColumn<OpenDay>[] {
  return [
    {
      id: 'day',
      header: t('overview.open.day'),
      rowHeader: true,
      cell: ({ day }) => <Day day={day} />,
    },
    ...SHOWN.map<DataColumn<OpenDay>>(severity => ({
      id: severity,
      header: t(`shared.severity.${severity}`),
      align: 'end',
      cell: day => day[severity],
    })),
  ];
}
