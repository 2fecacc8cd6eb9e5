import { ReactNode } from 'react';
import type { PreflightItem } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ControlState, StateMark } from '../StateMark';
import styles from './ClusterPage.module.css';

/** Props of {@link FoldedReads}. */
export interface FoldedReadsProps {
  allowed: readonly PreflightItem[];
  off: readonly PreflightItem[];
  absent: readonly PreflightItem[];
}

/** What needs nobody's care, folded: reads that are allowed, that nobody asked for, and kinds that there are not. */
export function FoldedReads({ allowed, off, absent }: FoldedReadsProps) {
  const { t } = usePostureTranslation();
  return (
    <>
      <Fold
        state="passing"
        title={t('clusters.rights.allowedFold', { count: allowed.length })}
        items={allowed.map(({ name }) => name)}
      />
      <Fold
        state="notEvaluated"
        title={t('clusters.rights.off', { count: off.length })}
        items={off.map(({ name, setting = '' }) =>
          t('clusters.rights.offBy', { name, setting }),
        )}
      />
      <Fold
        state="notApplicable"
        title={t('clusters.rights.absent', { count: absent.length })}
        items={absent.map(({ name }) => name)}
      />
    </>
  );
}

interface FoldProps {
  state: ControlState;
  title: ReactNode;
  items: readonly string[];
}

function Fold({ state, title, items }: FoldProps) {
  if (items.length === 0) return null;
  return (
    <details className={styles.fold}>
      <summary>
        <StateMark state={state}>{title}</StateMark>
      </summary>
      <ul className={styles.columns}>
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
