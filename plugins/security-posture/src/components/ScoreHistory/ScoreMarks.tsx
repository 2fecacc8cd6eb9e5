import { Link } from '@backstage/ui';
import type { TrendMark } from 'backstage-plugin-security-posture-common';
import { addDays } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { EventLinks, HistoryEventWords } from '../HistoryEventWords';
import styles from './ScoreHistory.module.css';

/** Props of {@link ScoreMarks}. */
export interface ScoreMarksProps {
  /** Oldest first; their numbers are those in the picture. */
  marks: readonly TrendMark[];
  links: EventLinks;
  compareLink: (from: string, to: string) => string;
}

/** The numbered marks of the picture in words: the day, what happened, and from where to where the score went. */
export function ScoreMarks({ marks, links, compareLink }: ScoreMarksProps) {
  const { t } = usePostureTranslation();
  if (marks.length === 0)
    return <p className={styles.none}>{t('trend.ninety.noMarks')}</p>;
  return (
    <ol className={styles.marks} aria-label={t('trend.ninety.marks')}>
      {marks.map((mark, index) => (
        <li key={mark.day} className={styles.mark}>
          <span className={styles.number}>{index + 1}</span>
          <Link
            className={styles.day}
            href={compareLink(addDays(mark.day, -1), mark.day)}
          >
            <Day day={mark.day} />
          </Link>
          <div>
            <MarkWords mark={mark} links={links} />
          </div>
          <span className={styles.path}>
            <ScorePath mark={mark} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What happened on a day; the first of it leads. */
export function MarkWords({
  mark: { events, eventsTotal, steps },
  links,
}: {
  mark: TrendMark;
  links: EventLinks;
}) {
  const { t } = usePostureTranslation();
  const [first, ...others] = events;
  const [step] = steps;
  return (
    <>
      {first && <HistoryEventWords event={first} links={links} />}
      {!first &&
        t(step ? `trend.ninety.version.${step}` : 'trend.ninety.unexplained')}
      {others.map((event, index) => (
        <p key={index} className={styles.other}>
          <HistoryEventWords event={event} links={links} />
        </p>
      ))}
      {eventsTotal > events.length && (
        <p className={styles.other}>
          {t('trend.ninety.more', { count: eventsTotal - events.length })}
        </p>
      )}
    </>
  );
}

/** "65 to 33", or that the score stayed. */
export function ScorePath({ mark: { from, to } }: { mark: TrendMark }) {
  const { t } = usePostureTranslation();
  const none = t('trend.ninety.none');
  if (from === to)
    return <>{t('trend.ninety.stayed', { score: String(to ?? none) })}</>;
  return (
    <>
      {t('trend.ninety.path', {
        from: String(from ?? none),
        to: String(to ?? none),
      })}
    </>
  );
}
