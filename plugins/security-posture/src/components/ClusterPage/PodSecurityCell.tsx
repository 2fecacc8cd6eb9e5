import type { ClusterNamespace } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StateMark } from '../StateMark';
import styles from './ClusterPage.module.css';

/** Props of {@link PodSecurityCell}. */
export interface PodSecurityCellProps {
  namespace: ClusterNamespace;
}

/** Which Pod Security level a namespace enforces, by its label or by a policy. */
export function PodSecurityCell({ namespace }: PodSecurityCellProps) {
  const { t } = usePostureTranslation();
  const { outcome, level, reason } = namespace.podSecurity;
  const enforced = level && level !== 'privileged' ? level : undefined;
  switch (outcome) {
    case 'pass':
      return (
        <StateMark state="passing">
          {enforced ?? t('clusters.namespaces.byPolicy')}
        </StateMark>
      );
    case 'fail':
      return (
        <StateMark state="failing">
          {t('clusters.namespaces.notEnforced')}
        </StateMark>
      );
    case 'notApplicable':
      return <StateMark state="notApplicable">{enforced}</StateMark>;
    default:
      return (
        <>
          <StateMark state="notEvaluated" />
          {reason && (
            <span className={styles.aside}>{t(`shared.reason.${reason}`)}</span>
          )}
        </>
      );
  }
}
