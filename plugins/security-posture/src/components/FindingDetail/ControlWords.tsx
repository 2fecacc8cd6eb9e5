import type { FindingView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Prose } from '../Prose';
import styles from './FindingDetail.module.css';

/** Why a control asks for something, and how to meet it; of one that the library does not have, that it is unknown. */
export function ControlWords({
  finding,
}: {
  finding: Pick<FindingView, 'control' | 'why' | 'fix'>;
}) {
  const { t } = usePostureTranslation();
  if (!finding.why)
    return (
      <p className={styles.unknown}>
        {t('tab.finding.unknownControl', { control: finding.control })}
      </p>
    );
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
