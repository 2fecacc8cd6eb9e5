import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { scannedInPart } from '../../model/scannedInPart';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';

/** Props of {@link ClusterStateMark}. */
export interface ClusterStateMarkProps {
  cluster: Pick<ClusterFreshness, 'state' | 'reason' | 'lastSuccessAt'>;
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
  const partial = scannedInPart(cluster);
  return (
    <StateMark state={markOf(cluster, stale)}>
      {name && `${name}: `}
      {t(`shared.clusterState.${partial ? 'scannedInPart' : state}`)}{' '}
      {state === 'scanned' && !partial && lastSuccessAt && (
        <RelativeTime iso={lastSuccessAt} />
      )}
    </StateMark>
  );
}

function markOf(
  cluster: ClusterStateMarkProps['cluster'],
  stale: boolean,
): ControlState {
  const { state, lastSuccessAt } = cluster;
  if (stale || (state !== 'scanned' && lastSuccessAt)) return 'stale';
  if (state === 'scanned')
    return scannedInPart(cluster) ? 'notEvaluated' : 'passing';
  return state === 'gone' ? 'notApplicable' : 'notEvaluated';
}
