import { ClusterSweep } from 'backstage-plugin-security-posture-common';
import { SweepEpisodes } from '../../database/ClusterDetailsReader';
import { SweepRecord } from '../../database/records';
import { pastSweepView } from '../clusterView';

/** A sweep with what opened and closed with it, where it published anything. */
export function clusterSweep(
  sweep: SweepRecord,
  episodes: ReadonlyMap<number, SweepEpisodes>,
): ClusterSweep {
  const published = sweep.status === 'complete' || sweep.status === 'partial';
  return {
    ...pastSweepView(sweep),
    ...(published ? episodes.get(sweep.number) : {}),
  };
}
