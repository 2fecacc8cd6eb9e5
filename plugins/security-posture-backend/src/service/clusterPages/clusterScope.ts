import { postureClusterReadPermission } from 'backstage-plugin-security-posture-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { Control, Profile } from 'security-posture-engine';
import { ClusterTallies } from '../../database/ClusterDetailsReader';
import { ClusterRecord } from '../../database/records';
import { controlNumbers } from '../../views/clusterPages/controlNumbers';
import { NumbersByControl } from '../../views/clusterPages/clusterMatrix';
import { EntitySum, scoreParts } from '../../views/sumEntity';
import { SupportTerms } from '../../views/clusterPages/runningVersions';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

/** A cluster that a caller may read. */
export interface AskedCluster {
  readonly cluster: ClusterRecord;
  readonly credentials: BackstageCredentials;
}

/** The cluster that a request names. Throws where the caller may not read clusters, and where there is no such. */
export async function requireCluster(
  { access, reader }: RouteContext,
  request: Request,
): Promise<AskedCluster> {
  const credentials = await access.require(
    request,
    postureClusterReadPermission,
  );
  const { name } = request.params;
  const cluster = await reader.getCluster(name);
  if (!cluster) throw unknownCluster(name);
  return { cluster, credentials };
}

/** The same of a cluster that may be gone: it is remembered for a while. */
export async function requireRememberedCluster(
  { access, reader }: RouteContext,
  request: Request,
): Promise<ClusterRecord> {
  await access.require(request, postureClusterReadPermission);
  const { name } = request.params;
  const cluster =
    (await reader.getCluster(name)) ?? (await reader.getGoneCluster(name));
  if (!cluster) throw unknownCluster(name);
  return cluster;
}

/** What a cluster's own parts add up to. */
export function sumCluster(
  { parts, exempted }: ClusterTallies,
  profile: Profile,
): EntitySum {
  return scoreParts(parts, exempted, profile);
}

/** How the controls stand on a cluster, by what its parts add up to. */
export function numbersOf(
  { effective, exempted }: EntitySum,
  profile: Profile,
): NumbersByControl {
  return new Map(
    Object.keys(profile.severities).flatMap(control => {
      const numbers = controlNumbers(control, effective.tallies, exempted);
      return numbers ? [[control, numbers] as const] : [];
    }),
  );
}

/** What clusters are scored over. */
export function profileOfClusters({ settings }: RouteContext): Profile {
  return settings.clusterProfile;
}

/** The controls of that profile. */
export function controlsOf(
  { severities }: Profile,
  controls: Iterable<Control>,
): readonly Control[] {
  return [...controls].filter(({ id }) => Object.hasOwn(severities, id));
}

/** How support is told now. */
export function supportTerms({
  supportDates,
  clock,
}: RouteContext): SupportTerms {
  return { table: supportDates(), now: clock() };
}
