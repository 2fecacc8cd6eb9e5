import { connectionOf } from '../../model/connectionOf';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import { clusterMark, ConnectedCluster } from './clusterMark';

/** Props of {@link ClusterStateMark}. */
export interface ClusterStateMarkProps {
  cluster: ConnectedCluster;
  /** True where its last posture is too old. */
  stale: boolean;
  /** Its name, where nothing beside the mark says it. */
  name?: string;
}

/** How a cluster is connected, in one mark with its words. */
export function ClusterStateMark(props: ClusterStateMarkProps) {
  const { cluster, stale, name } = props;
  const { t } = usePostureTranslation();
  const { lastSuccessAt } = cluster;
  const connection = connectionOf(cluster);
  return (
    <StateMark state={clusterMark(cluster, stale)}>
      {name && `${name}: `}
      {t(`shared.clusterState.${connection}`)}{' '}
      {connection === 'scanned' && lastSuccessAt && (
        <RelativeTime iso={lastSuccessAt} />
      )}
    </StateMark>
  );
}
