import {
  ClustersResponse,
  ClusterView,
  postureClusterReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { clusterView } from '../../views/clusterView';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

/** The clusters and the state of their sweeps. */
export function addClusterRoutes(
  router: Router,
  { access, reader }: RouteContext,
): void {
  router.get('/clusters', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const [clusters, workloads, sweeps] = await Promise.all([
      reader.listClusters(),
      reader.countSubjects(),
      reader.listLastSweeps(),
    ]);
    const answer: ClustersResponse = {
      items: clusters.map(cluster =>
        clusterView(
          cluster,
          workloads.get(cluster.name) ?? 0,
          sweeps.get(cluster.name),
        ),
      ),
    };
    response.json(answer);
  });

  router.get('/clusters/:name', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const { name } = request.params;
    const cluster = await reader.getCluster(name);
    if (!cluster) throw unknownCluster(name);
    const [workloads, lastSweep] = await Promise.all([
      reader.countSubjects(),
      reader.getLastSweep(name),
    ]);
    const answer: ClusterView = clusterView(
      cluster,
      workloads.get(name) ?? 0,
      lastSweep,
    );
    response.json(answer);
  });
}
