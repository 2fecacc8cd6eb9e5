import type { SeverityCounts } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityShape } from './SeverityShape';
import styles from './SeverityBadge.module.css';

type Severity = keyof SeverityCounts;

/** How grave a finding is: a shape and a word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = usePostureTranslation();
  return (
    <span className={styles.badge} data-severity={severity}>
      <SeverityShape severity={severity} />
      {t(`shared.severity.${severity}`)}
    </span>
  );
}
