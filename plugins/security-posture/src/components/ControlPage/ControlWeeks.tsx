import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { VisuallyHidden } from '@backstage/ui';
import styles from './ControlPage.module.css';

type Weeks = ControlStandingDetails['weeks'];

/** Height of the longest bar in pixels. */
const HEIGHT = 24;

/** What opened, upwards, and what was fixed, downwards, week by week; the numbers are in the table behind it. */
export function ControlWeeks({ weeks }: { weeks: Weeks }) {
  const { t } = usePostureTranslation();
  if (weeks.length < 2) return null;
  const sum = (of: (week: Weeks[number]) => number) =>
    String(weeks.reduce((total, week) => total + of(week), 0));
  const words = t('control.weeks.sentence', {
    opened: sum(({ opened }) => opened),
    closed: sum(({ closed }) => closed),
    count: weeks.length,
  });
  return (
    <section className={styles.weeks}>
      <h3 className={styles.factTitle}>{t('control.weeks.title')}</h3>
      <Bars weeks={weeks} />
      <div>{words}</div>
      <VisuallyHidden>
        <WeeksTable weeks={weeks} />
      </VisuallyHidden>
    </section>
  );
}

function Bars({ weeks }: { weeks: Weeks }) {
  const most = Math.max(
    1,
    ...weeks.flatMap(({ opened, closed }) => [opened, closed]),
  );
  const height = (count: number) => ({
    height: count === 0 ? 0 : Math.max(3, (count / most) * HEIGHT),
  });
  return (
    <div className={styles.bars} data-printed aria-hidden="true">
      {weeks.map(({ from, opened, closed }) => (
        <span key={from} className={styles.bar}>
          <span className={styles.half}>
            <span className={styles.opened} style={height(opened)} />
          </span>
          <span className={styles.half} data-lower>
            <span className={styles.closed} style={height(closed)} />
          </span>
        </span>
      ))}
    </div>
  );
}

function WeeksTable({ weeks }: { weeks: Weeks }) {
  const { t } = usePostureTranslation();
  return (
    <table>
      <caption>{t('control.weeks.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('control.weeks.from')}</th>
          <th scope="col">{t('control.weeks.opened')}</th>
          <th scope="col">{t('control.weeks.closed')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, opened, closed }) => (
          <tr key={from}>
            <th scope="row">
              <Day day={from} />
            </th>
            <td>{opened}</td>
            <td>{closed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
