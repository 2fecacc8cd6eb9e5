import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { Delta } from '../Delta';
import styles from './StandingChange.module.css';

/** Props of {@link StandingChange}. */
export interface StandingChangeProps {
  /** Fails that opened less those that closed; null where there is nothing to compare with. */
  change: number | null;
  comparedSince: string | undefined;
  /** True where the table's head does not say since when. */
  dated?: boolean;
}

/** By how many the fails of a control became more or fewer. */
export function StandingChange(props: StandingChangeProps) {
  const { change, comparedSince, dated = false } = props;
  const { t } = usePostureTranslation();
  if (change === null || comparedSince === undefined)
    return <span className={styles.none}>{t('controls.change.none')}</span>;
  if (change === 0 && !dated)
    return <span className={styles.none}>{t('controls.change.same')}</span>;
  const count = Math.abs(change);
  const words = count
    ? t(change > 0 ? 'controls.change.more' : 'controls.change.fewer', {
        count,
      })
    : t('controls.change.same');
  return (
    <Delta
      by={change}
      better="down"
      spoken={t(`controls.change.${directionOf(change)}`)}
    >
      {dated
        ? t('controls.change.since', {
            words,
            day: <Day day={comparedSince} />,
          })
        : words}
    </Delta>
  );
}

function directionOf(change: number) {
  if (change === 0) return 'unchanged';
  return change > 0 ? 'up' : 'down';
}
