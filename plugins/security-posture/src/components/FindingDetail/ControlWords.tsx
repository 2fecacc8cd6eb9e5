import type { FindingView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Prose } from '../Prose';
import styles from './FindingDetail.module.css';

/** Why a control asks for something, and how to meet it. Nothing for a control that the library no longer has. */
export function ControlWords({
  finding,
}: {
  finding: Pick<FindingView, 'why' | 'fix'>;
}) {
  const { t } = usePostureTranslation();
  if (!finding.why) return null;
  return (
    <dl className={styles.words}>
      <dt>{t('tab.finding.why')}</dt>
      <dd>
        <Prose>{finding.why}</Prose>
      </dd>
      <dt>{t('tab.finding.fix')}</dt>
      <dd>
        <Prose>{finding.fix}</Prose>
      </dd>
    </dl>
  );
}
