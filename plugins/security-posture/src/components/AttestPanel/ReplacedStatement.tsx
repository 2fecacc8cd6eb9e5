import type { AttestationView } from 'backstage-plugin-security-posture-common';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import styles from './AttestPanel.module.css';

/** Props of {@link ReplacedStatement}. */
export interface ReplacedStatementProps {
  attestation: AttestationView;
}

/** The statement whose place a new one takes. */
export function ReplacedStatement({ attestation }: ReplacedStatementProps) {
  const { t } = usePostureTranslation();
  const { author, createdAt, statement } = attestation;
  return (
    <div className={styles.replaced}>
      <p>
        {t('attestations.panel.replaces', {
          person: (
            <EntityDisplayName entityRef={author} hideIcon disableTooltip />
          ),
          time: <RelativeTime iso={createdAt} />,
        })}
      </p>
      <blockquote>{statement}</blockquote>
    </div>
  );
}
