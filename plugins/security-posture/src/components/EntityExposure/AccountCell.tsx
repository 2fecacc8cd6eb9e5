import type {
  ExposureEdge,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { rightPlaceWords } from '../RightWords';
import { SeverityBadge } from '../SeverityBadge';
import styles from './EntityExposure.module.css';
import { nodeName } from './nodeName';
import { NodesById, nodesOf } from './waysIn';

/** Props of {@link AccountCell}. */
export interface AccountCellProps {
  row: WorkloadExposureView;
  nodes: NodesById;
  edges: readonly ExposureEdge[];
}

/** The service account of a workload, and what that may do. */
export function AccountCell({ row, nodes, edges }: AccountCellProps) {
  const { t } = usePostureTranslation();
  const account = row.serviceAccount && nodes.get(row.serviceAccount);
  if (!account)
    return (
      <span className={styles.quiet}>{t('entity.exposure.notKnown')}</span>
    );
  const led = edges.filter(({ from }) => from === account.id);
  const rights = nodesOf(
    led.map(({ to }) => to),
    nodes,
  );
  const unread = row.unread.some(({ list }) => list === 'rights');
  const none = rights.length === 0;
  return (
    <span className={styles.lines}>
      <span>{nodeName(account, t)}</span>
      {account.token === false && (
        <span className={styles.aside}>{t('entity.access.noToken')}</span>
      )}
      {none && (
        <span className={styles.aside}>
          {t(
            unread ? 'entity.exposure.rightsUnread' : 'entity.access.noRights',
          )}
        </span>
      )}
      {rights.map(({ id, right }) => (
        <span key={id} className={styles.right}>
          {right?.severity && <SeverityBadge severity={right.severity} />}
          <span className={styles.aside}>
            {nodeName(nodes.get(id)!, t)}, {right && rightPlaceWords(right, t)}
          </span>
        </span>
      ))}
      {account.moreRights !== undefined && (
        <span className={styles.aside}>
          {t('entity.andMore', { count: account.moreRights })}
        </span>
      )}
    </span>
  );
}
