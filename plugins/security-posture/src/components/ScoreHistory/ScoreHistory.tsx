import { lazy } from 'react';
import { Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { TrendResponse } from 'backstage-plugin-security-posture-common';
import { useEntityTrend } from '../../api/useEntityTrend';
import { formatDay } from '../../model/days';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ChartSection } from '../ChartSection';
import { FailureState } from '../FailureState';
import { EventLinks } from '../HistoryEventWords';
import { TabSection } from '../TabSection';
import { ScoreDays } from './ScoreDays';
import { ScoreMarks } from './ScoreMarks';

const ScoreChart = lazy(() =>
  import('./ScoreChart').then(({ ScoreChart: component }) => ({
    default: component,
  })),
);

/** Days that are shown, today among them. */
const SHOWN_DAYS = 90;

/** Height of the picture in pixels. */
const HEIGHT = 232;

/** Props of {@link ScoreHistory}. */
export interface ScoreHistoryProps {
  entityRef: string;
  /** False leaves it to the reader to ask for it: the page has asked for enough already. */
  wanted: boolean;
  onWanted: () => void;
  links: EventLinks;
  /** Address of the comparison of two days. */
  compareLink: (from: string, to: string) => string;
}

/** How the score came to be what it is: a line of 90 days with what moved it. */
export function ScoreHistory(props: ScoreHistoryProps) {
  const { entityRef, wanted, onWanted, links, compareLink } = props;
  const { t } = usePostureTranslation();
  const title = t('trend.ninety.title', { days: String(SHOWN_DAYS) });
  const trend = useEntityTrend(entityRef, {
    days: SHOWN_DAYS,
    marks: true,
    wanted,
  });
  if (trend.data)
    return (
      <Course
        title={title}
        trend={trend.data}
        links={links}
        compareLink={compareLink}
      />
    );
  return (
    <TabSection title={title}>
      {!wanted && (
        <Button variant="secondary" onPress={onWanted}>
          {t('trend.ninety.show', { days: String(SHOWN_DAYS) })}
        </Button>
      )}
      {wanted && trend.failure && (
        <FailureState failure={trend.failure} onRetry={trend.refresh} />
      )}
      {wanted && !trend.failure && <CourseSkeleton />}
    </TabSection>
  );
}

function CourseSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden role="status">
        {t('trend.ninety.loading', { days: String(SHOWN_DAYS) })}
      </VisuallyHidden>
      <Skeleton width="100%" height={HEIGHT + 120} />
    </>
  );
}

type CourseProps = Pick<ScoreHistoryProps, 'links' | 'compareLink'> & {
  title: string;
  trend: TrendResponse;
};

function Course({ title, trend, links, compareLink }: CourseProps) {
  const { t } = usePostureTranslation();
  const { points, marks = [] } = trend;
  if (points.length < 2)
    return (
      <TabSection title={title}>
        {t(
          points.length === 0
            ? 'trend.ninety.noScore'
            : 'trend.ninety.tooYoung',
        )}
      </TabSection>
    );
  return (
    <ChartSection
      title={title}
      sentence={sentenceOf(trend, t)}
      height={HEIGHT}
      chart={<ScoreChart points={points} marks={marks} height={HEIGHT} />}
      table={<ScoreDays points={points} marks={marks} links={links} />}
      beneath={
        <ScoreMarks marks={marks} links={links} compareLink={compareLink} />
      }
    />
  );
}

function sentenceOf({ points }: TrendResponse, t: PostureTranslate): string {
  const locale = t('shared.locale');
  const known = points.filter(({ effective }) => effective !== null);
  const scores = known.map(({ effective }) => effective ?? 0);
  if (scores.length === 0) return t('trend.ninety.noScore');
  const first = formatDay(known[0].day, locale);
  const to = String(scores[scores.length - 1]);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  if (least === most) return t('trend.ninety.sentenceNow', { to, first });
  return t('trend.ninety.sentence', {
    from: String(scores[0]),
    first,
    to,
    least: String(least),
    most: String(most),
  });
}
