import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { oldestScan } from './oldestScan';

/** When the clusters of an entity were last scanned, told by the one that was scanned the longest ago. */
export function Freshness({ clusters }: { clusters: ClusterFreshness[] }) {
  const { t } = usePostureTranslation();
  const oldest = oldestScan(clusters);
  if (!oldest) return <>{t('shared.freshness.notScanned')}</>;
  return (
    <>
      {t('shared.freshness.scannedClusters', {
        time: <RelativeTime iso={oldest} />,
        count: clusters.length,
      })}
    </>
  );
}
