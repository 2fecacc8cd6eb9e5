import type { FindingView } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EvidenceExcerpt } from '../EvidenceExcerpt';
import { PatchTabs } from '../PatchTabs';
import styles from './FindingDetail.module.css';

/** The failing fields as YAML, and beside them the patch; beneath them that there is none. */
export function Evidence({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const { resource, violations, patch } = finding;
  return (
    <div className={styles.columns} data-single={!patch}>
      <div className={styles.column}>
        <h3 className={styles.heading}>
          {t('tab.finding.excerptTitle', {
            subject: subjectName(resource),
            cluster: resource.cluster,
          })}
        </h3>
        {violations.map(violation => (
          <div key={violation.path + violation.message}>
            <p className={styles.message}>{violation.message}</p>
            <EvidenceExcerpt violation={violation} resource={resource} />
          </div>
        ))}
        <p className={styles.aside}>{t('tab.finding.excerptNote')}</p>
      </div>
      <div className={styles.column}>
        {patch && <h3 className={styles.heading}>{t('shared.patch.title')}</h3>}
        <PatchTabs patches={patch ? [{ resource, ...patch }] : []} />
      </div>
    </div>
  );
}
