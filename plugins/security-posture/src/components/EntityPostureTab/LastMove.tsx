import { Link } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type {
  HistoryEvent,
  TrendMark,
} from 'backstage-plugin-security-posture-common';
import { addDays, dayOf } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { writeComparedDays } from '../Comparison';
import { Day } from '../Day';
import { HistoryEventWords } from '../HistoryEventWords';
import { entityEventLinks, TabLink } from './entityEventLinks';
import styles from './EntityPostureTab.module.css';

/** Props of {@link LastMove}. */
export interface LastMoveProps {
  move: TrendMark;
  link: TabLink;
}

/** When the score last moved, by what where that is not said of itself, and the way to the comparison with the day before. */
export function LastMove({ move, link }: LastMoveProps) {
  const { t } = usePostureTranslation();
  const { day, events } = move;
  if (move.from === null && move.to === null) return null;
  const before = addDays(day, -1);
  const compare = writeComparedDays({ from: before, to: dayOf(Date.now()) });
  const cause =
    move.to === null ? undefined : events.find(movesScore) ?? events[0];
  return (
    <div className={styles.move}>
      <RiHistoryLine size={16} aria-hidden="true" className={styles.moveIcon} />
      <p>
        <MoveWords move={move} />
        {cause ? ': ' : '. '}
        {cause && (
          <HistoryEventWords event={cause} links={entityEventLinks(link)} />
        )}
        {cause && '. '}
        <Link href={link({ compare })} className={styles.moveLink}>
          {t('trend.moved.compare', { day: <Day day={before} /> })}
        </Link>
      </p>
    </div>
  );
}

/** "Fell from 65 to 33 on 13 Nov"; of two measures, and of a score that came or went, other words. */
function MoveWords({ move }: { move: TrendMark }) {
  const { t } = usePostureTranslation();
  const day = <Day day={move.day} />;
  const [from, to] = [String(move.from), String(move.to)];
  if (move.from === null) return t('trend.moved.first', { to, day });
  if (move.to === null) return t('trend.moved.lost', { from, day });
  if (move.steps.length > 0)
    return t('trend.moved.remeasured', { from, to, day });
  return move.to < move.from
    ? t('trend.moved.fell', { from, to, day })
    : t('trend.moved.rose', { from, to, day });
}

/** What is the cause itself, and not only the occasion as a new image is. */
function movesScore({ what }: HistoryEvent): boolean {
  return !what.startsWith('image') && !what.startsWith('cluster');
}
