import type { FindingView } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EvidenceExcerpt } from '../EvidenceExcerpt';
import { PatchTabs } from '../PatchTabs';
import { YamlBlock } from '../YamlBlock';
import styles from './FindingDetail.module.css';

/** The failing fields as YAML, and beside them the patch or the objects that mend it; beneath them that there is neither. */
export function Evidence({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const { resource, violations, patch, remedy } = finding;
  return (
    <div className={styles.columns} data-single={!patch && !remedy}>
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
        {(patch || !remedy) && (
          <PatchTabs patches={patch ? [{ resource, ...patch }] : []} />
        )}
        {remedy && (
          <>
            <h3 className={styles.heading}>{t('findings.remedy.title')}</h3>
            <YamlBlock
              label={t('findings.remedy.title')}
              yaml={remedy.manifests}
            />
            <p className={styles.aside}>{t('findings.remedy.how')}</p>
          </>
        )}
      </div>
    </div>
  );
}
