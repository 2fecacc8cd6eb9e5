import type { StaleCluster } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';

/** Props of {@link ClusterStateMark}. */
export interface ClusterStateMarkProps {
  cluster: Pick<StaleCluster, 'state' | 'lastSuccessAt'>;
  /** True where its last posture is too old. */
  stale: boolean;
  /** Its name, where nothing beside the mark says it. */
  name?: string;
}

/** How a cluster is connected, in one mark with its words. */
export function ClusterStateMark(props: ClusterStateMarkProps) {
  const { cluster, stale, name } = props;
  const { t } = usePostureTranslation();
  const { state, lastSuccessAt } = cluster;
  return (
    <StateMark state={markOf(cluster, stale)}>
      {name && `${name}: `}
      {t(`shared.clusterState.${state}`)}{' '}
      {state === 'scanned' && lastSuccessAt && (
        <RelativeTime iso={lastSuccessAt} />
      )}
    </StateMark>
  );
}

function markOf(
  { state, lastSuccessAt }: ClusterStateMarkProps['cluster'],
  stale: boolean,
): ControlState {
  if (stale || (state !== 'scanned' && lastSuccessAt)) return 'stale';
  if (state === 'scanned') return 'passing';
  return state === 'gone' ? 'notApplicable' : 'notEvaluated';
}
