import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionFill,
  RiTimeFill,
} from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { lookOf, VerdictLook } from './readiness';
import { JudgedPosture, outsideWords, verdictWords } from './verdictWords';
import styles from './Verdict.module.css';

const ICONS: Record<VerdictLook, RemixiconComponentType> = {
  ready: RiCheckboxCircleFill,
  notReady: RiCloseCircleFill,
  unknown: RiQuestionFill,
  stale: RiTimeFill,
};

/** Props of {@link Verdict}. */
export interface VerdictProps {
  posture: JudgedPosture;
  /** Large on a page, where it is the first heading; small on a card. */
  size: 'large' | 'small';
  /** Buttons beside it. */
  actions?: ReactNode;
}

/** What the production gate answers, as a sentence with what it rests on. */
export function Verdict({ posture, size, actions }: VerdictProps) {
  const { t } = usePostureTranslation();
  const look = lookOf(posture);
  const Icon = ICONS[look];
  const { title, detail } = verdictWords(posture, t);
  const outside = size === 'large' && outsideWords(posture, t);
  const Title = size === 'large' ? 'h2' : 'p';
  return (
    <div className={styles.verdict} data-size={size} data-look={look}>
      <Icon
        className={styles.icon}
        size={size === 'large' ? 28 : 20}
        aria-hidden="true"
      />
      <div className={styles.words}>
        <Title className={styles.title}>{title}</Title>
        {detail && (
          <p className={styles.detail}>
            {detail}{' '}
            {outside && <span className={styles.outside}>{outside}</span>}
          </p>
        )}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
