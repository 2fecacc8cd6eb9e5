import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorNames } from '../ActorName';
import styles from './ExemptionPanel.module.css';

/** Props of {@link WhyNot}. */
export interface WhyNotProps {
  exemption: ExemptionDetails;
  approvers?: readonly string[];
}

/** Why the user does not decide on what waits. */
export function WhyNot({ exemption, approvers }: WhyNotProps) {
  const { t } = usePostureTranslation();
  const { state, may, own } = exemption;
  if (state !== 'pending' || may.includes('approve')) return null;
  if (approvers?.length === 0) {
    return <p className={styles.aside}>{t('exemptions.panel.why.nobody')}</p>;
  }
  if (own) {
    return <p className={styles.aside}>{t('exemptions.panel.why.own')}</p>;
  }
  return approvers ? (
    <p className={styles.aside}>
      {t('exemptions.panel.why.notApprover', {
        approvers: <ActorNames actors={approvers} />,
      })}
    </p>
  ) : null;
}
