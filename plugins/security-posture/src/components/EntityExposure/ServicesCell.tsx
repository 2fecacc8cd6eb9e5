import type { WorkloadExposureView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityExposure.module.css';
import { nodeName } from './nodeName';
import { NodesById, nodesOf } from './waysIn';

/** The Services that lead to a workload, with their types. */
export function ServicesCell({
  row,
  nodes,
}: {
  row: WorkloadExposureView;
  nodes: NodesById;
}) {
  const { t } = usePostureTranslation();
  const services = nodesOf(row.services, nodes);
  const unread = row.unread.some(({ list }) => list === 'services');
  if (services.length === 0)
    return (
      <span className={styles.quiet}>
        {t(unread ? 'entity.exposure.notKnown' : 'entity.exposure.none')}
      </span>
    );
  return (
    <span className={styles.lines}>
      {services.map(service => (
        <span key={service.id}>
          {nodeName(service, t)}
          <span className={styles.aside}> {service.service?.type}</span>
        </span>
      ))}
      {row.leftOut.services > 0 && (
        <span className={styles.aside}>
          {t('entity.andMore', { count: row.leftOut.services })}
        </span>
      )}
    </span>
  );
}
