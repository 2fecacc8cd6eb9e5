import type { RecentScore } from 'backstage-plugin-security-posture-common';
import { dayOf, daysBetween } from '../../model/days';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Delta, directionWords } from '../Delta';
import styles from './ScoreChange.module.css';

/** Props of {@link ScoreChange}. */
export interface ScoreChangeProps {
  recent: RecentScore;
}

/** How the score differs from a week ago. Scores of two versions of the controls are not compared. */
export function ScoreChange({ recent }: ScoreChangeProps) {
  const { t } = usePostureTranslation();
  const apart = notComparedWords(recent, t);
  if (apart) return <span className={styles.apart}>{apart}</span>;
  const by = recent.by ?? 0;
  return (
    <Delta by={by} better="up" spoken={directionWords(by, t)}>
      {by === 0
        ? t('trend.change.none', { count: unchangedDays(recent) })
        : t('trend.change.points', {
            count: Math.abs(by),
            period: t('trend.change.period', { count: recent.days }),
          })}
    </Delta>
  );
}

function notComparedWords(
  { days, by, steps }: RecentScore,
  t: PostureTranslate,
): string | undefined {
  if (days === 0) return t('trend.change.first');
  if (by === null) return t('trend.change.unknown', { count: days });
  if (steps.includes('profile')) return t('trend.change.otherProfile');
  return steps.length > 0 ? t('trend.change.otherLibrary') : undefined;
}

/** For how many days the score has been what it is, as far as days are known. */
function unchangedDays({ moved, knownDays }: RecentScore): number {
  if (!moved) return knownDays;
  const today = dayOf(Date.now());
  return Math.max(1, daysBetween(moved.day, today));
}
