import {
  ClustersResponse,
  ClusterView,
  postureClusterReadPermission,
  SweepsResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { SweepPosition } from '../../database/ClusterDetailsReader';
import { clusterView, pastSweepView } from '../../views/clusterView';
import { decodePlace, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import { numberParameter, textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

/** The clusters and the state of their sweeps. */
export function addClusterRoutes(router: Router, context: RouteContext): void {
  const { access, reader, clusterDetails } = context;

  router.get('/clusters', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const [clusters, workloads, sweeps, postures] = await Promise.all([
      reader.listClusters(),
      reader.countSubjects(),
      reader.listLastSweeps(),
      clusterDetails.listClusterPostures(),
    ]);
    const answer: ClustersResponse = {
      items: clusters.map(cluster =>
        clusterView(
          cluster,
          workloads.get(cluster.name) ?? 0,
          sweeps.get(cluster.name),
          postures.get(cluster.name),
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
    const [workloads, lastSweep, postures] = await Promise.all([
      reader.countSubjects(),
      reader.getLastSweep(name),
      clusterDetails.listClusterPostures(),
    ]);
    const answer: ClusterView = clusterView(
      cluster,
      workloads.get(name) ?? 0,
      lastSweep,
      postures.get(name),
    );
    response.json(answer);
  });

  router.get('/clusters/:name/sweeps', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    response.json(await listSweeps(context, request));
  });
}

/** A page of the sweeps of a cluster, newest first. */
async function listSweeps(
  { reader, clusterDetails }: RouteContext,
  request: Request,
): Promise<SweepsResponse> {
  const { name } = request.params;
  if (!(await reader.getCluster(name))) throw unknownCluster(name);
  const query = ['sweeps', name];
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const cursor = textParameter(request, 'cursor');
  const place = decodePlace(query, cursor, isSweepPlace);
  const sweeps = await clusterDetails.listSweeps(name, {
    limit: limit + 1,
    ...(place ? { after: { startedAt: place[0], id: place[1] } } : {}),
  });
  const page = sweeps.slice(0, limit);
  return {
    items: page.map(pastSweepView),
    ...(sweeps.length > page.length
      ? { nextCursor: encodeCursor(query, placeOf(page[limit - 1])) }
      : {}),
  };
}

type SweepPlace = readonly [number, string];

function isSweepPlace(value: unknown): value is SweepPlace {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    Number.isSafeInteger(value[0]) &&
    typeof value[1] === 'string'
  );
}

function placeOf({ startedAt, id }: SweepPosition): SweepPlace {
  return [startedAt, id];
}
