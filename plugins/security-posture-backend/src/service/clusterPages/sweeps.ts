import { ClusterSweep } from 'backstage-plugin-security-posture-common';
import { SweepRecord } from '../../database/records';
import { clusterSweep } from '../../views/clusterPages/clusterSweep';
import { RouteContext } from '../RouteContext';

/** These sweeps of a cluster, with what opened and closed with each. */
export async function withEpisodes(
  { clusterDetails }: Pick<RouteContext, 'clusterDetails'>,
  cluster: string,
  sweeps: readonly SweepRecord[],
): Promise<ClusterSweep[]> {
  const episodes = await clusterDetails.countEpisodes(
    cluster,
    sweeps.map(({ number }) => number),
  );
  return sweeps.map(sweep => clusterSweep(sweep, episodes));
}
