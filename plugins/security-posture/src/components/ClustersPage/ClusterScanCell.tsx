import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import type { ClusterView } from 'backstage-plugin-security-posture-common';
import { useClusterScan } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ScanOutcome } from '../ScanButton';
import styles from './ClustersPage.module.css';

/** Asks for a sweep of one cluster of a list, and says how far it is. Not there for users who may not, nor where nobody can sweep. */
export function ClusterScanCell({ cluster }: { cluster: ClusterView }) {
  const { t } = usePostureTranslation();
  const scan = useClusterScan(cluster.name);
  if (!scan.allowed || cluster.state === 'needsUserCredentials') return null;
  return (
    <div className={styles.scan}>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiRefreshLine />}
        isPending={scan.underWay}
        aria-label={`${t('shared.scan.now')}: ${cluster.title ?? cluster.name}`}
        onPress={scan.start}
      >
        {t('shared.scan.now')}
      </Button>
      <ScanOutcome scan={scan} />
    </div>
  );
}
