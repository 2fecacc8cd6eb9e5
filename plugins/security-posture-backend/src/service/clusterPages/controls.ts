import {
  ClusterControlsResponse,
  ClusterMatrix,
  postureClusterReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { ReasonCode } from 'security-posture-engine';
import {
  clusterControl,
  failingFirst,
} from '../../views/clusterPages/clusterControl';
import { clusterMatrix } from '../../views/clusterPages/clusterMatrix';
import { RouteContext } from '../RouteContext';
import {
  controlsOf,
  numbersOf,
  profileOfClusters,
  requireCluster,
  sumCluster,
} from './clusterScope';

/** Attestations that are read; a cluster has one of each control at most. */
const STANDING_READ = 200;

/** Every control of the cluster profile as it stands on a cluster. */
export async function readControls(
  context: RouteContext,
  request: Request,
): Promise<ClusterControlsResponse> {
  const { cluster } = await requireCluster(context, request);
  const { name } = cluster;
  const profile = profileOfClusters(context);
  const [tallies] = await context.clusterDetails.listClusterTallies(
    [name],
    context.clock(),
  );
  const numbers = numbersOf(sumCluster(tallies, profile), profile);
  const reasons = await reasonsOn(context, name);
  const attested = await attestedOn(context, name);
  return {
    items: controlsOf(profile, context.controls.values())
      .flatMap(control => {
        const found = numbers.get(control.id);
        const more = {
          reason: reasons.get(control.id),
          attested: attested.has(control.id),
        };
        return found ? [clusterControl(control, found, more)] : [];
      })
      .sort(failingFirst),
  };
}

/** Controls by clusters. */
export async function readMatrix(
  context: RouteContext,
  request: Request,
): Promise<ClusterMatrix> {
  const { access, reader, clusterDetails, clock, controls } = context;
  await access.require(request, postureClusterReadPermission);
  const profile = profileOfClusters(context);
  const clusters = await reader.listClusters();
  const tallies = await clusterDetails.listClusterTallies(
    clusters.map(({ name }) => name),
    clock(),
  );
  const numbers = new Map(
    tallies.map(one => [
      one.cluster,
      numbersOf(sumCluster(one, profile), profile),
    ]),
  );
  return clusterMatrix(
    clusters,
    numbers,
    controlsOf(profile, controls.values()),
  );
}

/** Why controls are open, where it is one reason for the whole cluster: a gap, or that of the cluster itself. */
async function reasonsOn(
  { reader, clusterDetails }: RouteContext,
  cluster: string,
): Promise<ReadonlyMap<string, ReasonCode>> {
  const [gaps, subjects] = await Promise.all([
    reader.listGaps([cluster]),
    clusterDetails.listClusterSubjects([cluster]),
  ]);
  const outcomes = subjects.get(cluster)?.outcomes ?? [];
  return new Map([
    ...outcomes.flatMap(({ control, reason }) =>
      reason ? [[control, reason] as const] : [],
    ),
    ...gaps.map(({ control, reason }) => [control, reason] as const),
  ]);
}

async function attestedOn(
  { attestations, clock }: RouteContext,
  cluster: string,
): Promise<ReadonlySet<string>> {
  const { items } = await attestations.list({
    cluster,
    inForce: true,
    now: clock(),
    offset: 0,
    limit: STANDING_READ,
  });
  return new Set(items.map(({ control }) => control));
}
