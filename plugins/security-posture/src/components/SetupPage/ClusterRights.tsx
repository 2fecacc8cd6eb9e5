import { Select } from '@backstage/ui';
import type { ClusterCoverage } from 'backstage-plugin-security-posture-common';
import { useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ConnectionRights } from '../ClusterPage';
import styles from './SetupPage.module.css';

const DEFAULTS = { cluster: '' };

/** Props of {@link ClusterRights}. */
export interface ClusterRightsProps {
  clusters: readonly ClusterCoverage[];
}

/** What the scanner may read of a cluster that the user picks, asked now. Only one at a time is asked. */
export function ClusterRights({ clusters }: ClusterRightsProps) {
  const { t } = usePostureTranslation();
  const [{ cluster }, change] = useUrlState(DEFAULTS);
  const chosen =
    clusters.find(({ cluster: name }) => name === cluster) ?? clusters[0];
  if (!chosen) return null;
  return (
    <div className={styles.rights}>
      <Select
        className={styles.choice}
        size="small"
        label={t('setup.rights.cluster')}
        options={clusters.map(({ cluster: value, title }) => ({
          value,
          label: title ?? value,
        }))}
        selectedKey={chosen.cluster}
        onSelectionChange={key => change({ cluster: String(key) })}
      />
      <ConnectionRights key={chosen.cluster} cluster={chosen.cluster} />
    </div>
  );
}
