import type { WorkloadExposureView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityExposure.module.css';
import { nodeName } from './nodeName';
import { NodesById, nodesOf } from './waysIn';

const DIRECTIONS = ['ingress', 'egress'] as const;

/** What bounds the traffic of a workload, and the policies that select it. */
export function PoliciesCell({
  row,
  nodes,
}: {
  row: WorkloadExposureView;
  nodes: NodesById;
}) {
  const { t } = usePostureTranslation();
  const { isolation, hostNetwork, leftOut } = row;
  return (
    <span className={styles.lines}>
      {hostNetwork && <span>{t('entity.exposure.noPolicyHolds')}</span>}
      {!hostNetwork &&
        DIRECTIONS.map(direction => (
          <span key={direction}>
            {t(`entity.exposure.direction.${direction}`)}:{' '}
            {isolation
              ? t(`entity.exposure.isolation.${isolation[direction]}`)
              : t('entity.exposure.notKnown')}
          </span>
        ))}
      {nodesOf(row.policies, nodes).map(policy => (
        <span key={policy.id} className={styles.aside}>
          {nodeName(policy, t)}
        </span>
      ))}
      {leftOut.policies > 0 && (
        <span className={styles.aside}>
          {t('entity.andMore', { count: leftOut.policies })}
        </span>
      )}
    </span>
  );
}
