import { Link } from '@backstage/ui';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ServiceLinks } from './ServiceLinks';
import styles from './FindingsPage.module.css';

/** Where a finding is, whose it is, and which control found it. */
export function FindingFacts({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { resource, entities = [], control } = finding;
  return (
    <dl className={styles.facts}>
      <dt>{t('findings.panel.where')}</dt>
      <dd>
        {subjectName(resource)}
        <div className={styles.second}>
          {[resource.namespace, resource.cluster].filter(Boolean).join(', ')}
        </div>
      </dd>
      <dt>{t('findings.panel.services', { count: entities.length || 1 })}</dt>
      <dd>
        <ServiceLinks refs={entities} findingKey={finding.key} all />
      </dd>
      <dt>{t('findings.panel.control')}</dt>
      <dd>
        <Link
          className={styles.link}
          href={link('controls', { name: control })}
        >
          {t('findings.panel.aboutControl')}
        </Link>
      </dd>
    </dl>
  );
}
