import { VisuallyHidden } from '@backstage/ui';
import type { ChangesResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { Delta, directionWords } from '../Delta';

import { ComparedDays } from './comparedDays';
import styles from './Comparison.module.css';
import { ComparedFigure, figuresOf, otherMeasure } from './figures';

/** Props of {@link ComparedFigures}. */
export interface ComparedFiguresProps {
  changes: ChangesResponse;
  days: ComparedDays;
}

/** Scores and counts of both days side by side. Scores of two measures stand there without a difference. */
export function ComparedFigures({ changes, days }: ComparedFiguresProps) {
  const { t } = usePostureTranslation();
  const measure = otherMeasure(changes, t);
  const figures = figuresOf(changes, t);
  const unknown = figures.every(({ from }) => from === null);
  return (
    <section>
      <table className={styles.figures}>
        <caption>
          <VisuallyHidden>{t('trend.compare.figures')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('trend.compare.measure')}</th>
            <th scope="col">
              <Day day={days.from} />
            </th>
            <th scope="col">
              <Day day={days.to} />
            </th>
            <th scope="col">{t('trend.compare.change')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <FigureRow
              key={figure.id}
              figure={figure}
              comparable={!(figure.score && measure)}
            />
          ))}
        </tbody>
      </table>
      {measure && (
        <p className={styles.aside}>
          {t('trend.compare.notComparable', { ...measure })}
        </p>
      )}
      {unknown && (
        <p className={styles.aside}>
          {t('trend.compare.nothingYet', { day: <Day day={days.from} /> })}
        </p>
      )}
    </section>
  );
}

function FigureRow({
  figure,
  comparable,
}: {
  figure: ComparedFigure;
  comparable: boolean;
}) {
  const { label, from, to, write = String } = figure;
  return (
    <tr data-score={figure.score}>
      <th scope="row">{label}</th>
      <td>{from === null ? '–' : write(from)}</td>
      <td>{to === null ? '–' : write(to)}</td>
      <td>
        {comparable && from !== null && to !== null && (
          <Difference figure={figure} by={to - from} />
        )}
      </td>
    </tr>
  );
}

function Difference({ figure, by }: { figure: ComparedFigure; by: number }) {
  const { t } = usePostureTranslation();
  if (by === 0) return <span className={styles.same}>±0</span>;
  if (!figure.better) return <>{by > 0 ? `+${by}` : `−${-by}`}</>;
  return (
    <Delta by={by} better={figure.better} spoken={directionWords(by, t)}>
      {Math.abs(by)}
    </Delta>
  );
}
