import {
  ClustersResponse,
  ClusterView,
  postureClusterReadPermission,
  SweepsResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { SweepPosition } from '../../database/ClusterDetailsReader';
import { clusterView } from '../../views/clusterView';
import {
  requireCluster,
  requireRememberedCluster,
  supportTerms,
} from '../clusterPages/clusterScope';
import { withEpisodes } from '../clusterPages/sweeps';
import { decodePlace, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import { numberParameter, textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** The clusters and the state of their sweeps. */
export function addClusterRoutes(router: Router, context: RouteContext): void {
  const { access, reader, clusterDetails } = context;

  router.get('/clusters', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const clusters = await reader.listClusters();
    const [workloads, sweeps, postures, shown] = await Promise.all([
      reader.countSubjects(),
      reader.listLastSweeps(),
      clusterDetails.listClusterPostures(),
      clusterDetails.listClusterSubjects(clusters.map(({ name }) => name)),
    ]);
    const answer: ClustersResponse = {
      items: clusters.map(cluster =>
        clusterView(cluster, {
          workloads: workloads.get(cluster.name) ?? 0,
          lastSweep: sweeps.get(cluster.name),
          posture: postures.get(cluster.name),
          shown: shown.get(cluster.name)?.facts,
          terms: supportTerms(context),
        }),
      ),
    };
    response.json(answer);
  });

  router.get('/clusters/:name', async (request, response) => {
    const cluster = await requireRememberedCluster(context, request);
    const { name } = cluster;
    const [workloads, lastSweep, postures, shown] = await Promise.all([
      reader.countSubjects(),
      reader.getLastSweep(name),
      clusterDetails.listClusterPostures(),
      clusterDetails.listClusterSubjects([name]),
    ]);
    const answer: ClusterView = clusterView(cluster, {
      workloads: workloads.get(name) ?? 0,
      lastSweep,
      posture: postures.get(name),
      shown: shown.get(name)?.facts,
      terms: supportTerms(context),
    });
    response.json(answer);
  });

  router.get('/clusters/:name/sweeps', async (request, response) => {
    response.json(await listSweeps(context, request));
  });
}

/** A page of the sweeps of a cluster, newest first. */
async function listSweeps(
  context: RouteContext,
  request: Request,
): Promise<SweepsResponse> {
  const { cluster } = await requireCluster(context, request);
  const { name } = cluster;
  const query = ['sweeps', name];
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const cursor = textParameter(request, 'cursor');
  const place = decodePlace(query, cursor, isSweepPlace);
  const sweeps = await context.clusterDetails.listSweeps(name, {
    limit: limit + 1,
    ...(place ? { after: { startedAt: place[0], id: place[1] } } : {}),
  });
  const page = sweeps.slice(0, limit);
  return {
    items: await withEpisodes(context, name, page),
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
