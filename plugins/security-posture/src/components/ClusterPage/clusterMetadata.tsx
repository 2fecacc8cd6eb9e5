import type { HeaderMetadataItem } from '@backstage/ui';
import type { ClusterOverview } from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** The facts beneath the name of a cluster; what is not known is left out. */
export function clusterMetadata(
  { cluster, nodes, services }: ClusterOverview,
  t: PostureTranslate,
): HeaderMetadataItem[] {
  const { provider, kubernetesVersion, workloads, lastSuccessAt } = cluster;
  const workloadsOf = services.partial ? 'workloadsOfVisible' : 'workloadsOf';
  return [
    ...(provider
      ? [{ label: t('clusters.page.provider'), value: provider }]
      : []),
    ...(kubernetesVersion
      ? [{ label: t('clusters.page.kubernetes'), value: kubernetesVersion }]
      : []),
    ...(nodes
      ? [{ label: t('clusters.page.nodes'), value: String(nodes) }]
      : []),
    ...(lastSuccessAt
      ? [
          {
            label: t('clusters.page.workloads'),
            value: t(`clusters.page.${workloadsOf}`, {
              workloads: String(workloads),
              count: services.total,
            }),
          },
        ]
      : []),
  ];
}
