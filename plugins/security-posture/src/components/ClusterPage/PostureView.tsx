import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { AccessSection } from './AccessSection';
import { AttestationsSection } from './AttestationsSection';
import type { AttestingViewProps } from './ClusterContent';
import { ClusterFixes } from './ClusterFixes';
import { ClusterVerdict } from './ClusterVerdict';
import { ConnectionRights } from './ConnectionRights';
import { NamespacesSection } from './NamespacesSection';
import { SweepsSection } from './SweepsSection';
import { VersionsSection } from './VersionsSection';
import styles from './ClusterPage.module.css';

/** The first view of a cluster's page: the verdict, what to fix first, and the most important of each other view. */
export function PostureView(props: AttestingViewProps) {
  const { overview } = props;
  const { t } = usePostureTranslation();
  const { cluster, providerControls } = overview;
  return (
    <>
      <ClusterVerdict overview={overview} />
      <ClusterFixes overview={overview} />
      <ConnectionRights cluster={cluster.name} />
      <div className={styles.pair} data-second="wider">
        <VersionsSection
          versions={overview.versions}
          asOf={overview.supportAsOf}
        />
        <AccessSection overview={overview} />
      </div>
      <NamespacesSection overview={overview} />
      <div className={styles.pair}>
        <AttestationsSection {...props} />
        <SweepsSection overview={overview} />
      </div>
      {cluster.posture && (
        <p className={styles.footer}>
          {t('clusters.page.profile', {
            profile: cluster.posture.profile,
            library: cluster.posture.library,
          })}{' '}
          {providerControls > 0 &&
            t('clusters.page.providerControls', {
              provider: cluster.provider ?? t('clusters.page.theProvider'),
              count: providerControls,
            })}
        </p>
      )}
    </>
  );
}
