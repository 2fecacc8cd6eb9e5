import { ReactNode } from 'react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StateMark } from '../StateMark';
import { MatrixTint } from './cellLook';
import { MatrixUnit } from './matrixTypes';
import styles from './Matrix.module.css';

const TINTS: readonly MatrixTint[] = ['quarter', 'half', 'most'];

/** What colours, outlines and marks of a matrix mean. */
export function MatrixLegend({ unit }: { unit: MatrixUnit }) {
  const { t } = usePostureTranslation();
  return (
    <ul className={styles.legend} aria-label={t('matrix.legend.label')}>
      {TINTS.map(tint => (
        <Entry key={tint} words={t(`matrix.legend.${unit}.${tint}`)}>
          <span
            className={styles.sample}
            data-printed
            data-look="failing"
            data-severity="high"
            data-tint={tint}
          />
        </Entry>
      ))}
      <Entry words={t('matrix.legend.none')}>
        <span className={styles.zeroSample}>0</span>
      </Entry>
      <li>
        <StateMark state="notEvaluated">
          {t('matrix.legend.notEvaluated')}
        </StateMark>
      </li>
      <li>
        <StateMark state="stale">{t('matrix.legend.stale')}</StateMark>
      </li>
      <li>
        <StateMark state="exempted">{t('matrix.legend.exempted')}</StateMark>
      </li>
    </ul>
  );
}

function Entry({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden="true" className={styles.samples}>
        {children}
      </span>
      {words}
    </li>
  );
}
