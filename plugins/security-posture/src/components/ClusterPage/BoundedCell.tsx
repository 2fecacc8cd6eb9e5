import type { ClusterNamespace } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ClusterPage.module.css';

/** Props of {@link BoundedCell}. */
export interface BoundedCellProps {
  namespace: ClusterNamespace;
  direction: 'ingress' | 'egress';
}

/** How many of the pods that policies can reach they bound in one direction: a bar and its numbers. */
export function BoundedCell({ namespace, direction }: BoundedCellProps) {
  const { t } = usePostureTranslation();
  const { pods, unread } = namespace;
  if (!pods)
    return (
      <span className={styles.secondary}>
        {t('clusters.namespaces.unread', {
          reason: t(`shared.reason.${unread ?? 'partial'}`),
        })}
      </span>
    );
  const reachable = pods.total - pods.hostNetwork;
  if (reachable === 0)
    return (
      <span className={styles.secondary}>
        {t(`clusters.namespaces.${pods.total ? 'onlyHost' : 'noPods'}`)}
      </span>
    );
  const bounded = pods[direction];
  const words = { number: String(bounded), total: String(reachable) };
  return (
    <>
      <span className={styles.bounded}>
        <span
          className={styles.bar}
          data-printed
          role="img"
          aria-label={t('clusters.namespaces.boundedLabel', words)}
        >
          <span style={{ width: `${(100 * bounded) / reachable}%` }} />
        </span>
        <span className={styles.nowrap}>
          {t(
            bounded === reachable
              ? 'clusters.namespaces.boundedAll'
              : 'clusters.namespaces.bounded',
            words,
          )}
        </span>
      </span>
      {pods.hostNetwork > 0 && (
        <span className={styles.aside}>
          {t('clusters.namespaces.hostNetwork', { count: pods.hostNetwork })}
        </span>
      )}
    </>
  );
}
