import { lazy } from 'react';
import type { TrendPoint } from 'backstage-plugin-security-posture-common';
import { formatDay } from '../../model/days';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ChartSection } from '../ChartSection';
import { TabSection } from '../TabSection';
import { memberDays, MemberDay } from './memberDays';
import { MemberDays } from './MemberDays';
import styles from './ScopeTrend.module.css';

const MembersChart = lazy(() =>
  import('./MembersChart').then(module => ({ default: module.MembersChart })),
);

/** Height of the picture in pixels. */
const HEIGHT = 200;

/** Props of {@link ScopeTrend}. */
export interface ScopeTrendProps {
  points: readonly TrendPoint[];
}

/** How many members had no blocking finding at the end of each of the last 90 days, of those that were judged. */
export function ScopeTrend({ points }: ScopeTrendProps) {
  const { t } = usePostureTranslation();
  const days = memberDays(points);
  const title = t('scopes.tab.trend');
  if (days.length < 2) {
    return <TabSection title={title}>{t('scopes.tab.trendNone')}</TabSection>;
  }
  return (
    <ChartSection
      title={title}
      sentence={sentenceOf(days, t)}
      chart={<MembersChart days={days} height={HEIGHT} />}
      table={<MemberDays days={days} />}
      height={HEIGHT}
      beneath={<ChartKey />}
    />
  );
}

/** What the line and the area are. */
function ChartKey() {
  const { t } = usePostureTranslation();
  return (
    <ul className={styles.key}>
      <li data-mark="unblocked">{t('scopes.tab.trendUnblocked')}</li>
      <li data-mark="judged">{t('scopes.tab.trendJudged')}</li>
    </ul>
  );
}

function sentenceOf(days: readonly MemberDay[], t: PostureTranslate): string {
  const [first, last] = [days[0], days[days.length - 1]];
  return t('scopes.tab.trendSentence', {
    now: String(last.unblocked),
    judged: String(last.judged),
    before: String(first.unblocked),
    judgedBefore: String(first.judged),
    day: formatDay(first.day, t('shared.locale')),
  });
}
