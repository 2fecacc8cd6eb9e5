import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  postureClusterScanCreatePermission,
  postureScanCreatePermission,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { PostureReader } from '../database/PostureReader';
import {
  ClusterRecord,
  EntityPostureRecord,
  ScanRecord,
} from '../database/records';
import { clustersToScan } from '../views/clustersToScan';
import { scanView } from '../views/scanView';
import { callerName } from './callerName';
import { RouteContext } from './RouteContext';
import { unknownCluster } from './unknownCluster';

/** Asks for a scan of the clusters that an entity runs in. A scan of them that waits already is answered with. */
export async function requestEntityScan(
  context: RouteContext,
  credentials: BackstageCredentials,
  entityRef: string,
): Promise<ScanView> {
  const { access, reader } = context;
  await access.readEntity(credentials, entityRef);
  await access.requireOnEntity(
    credentials,
    postureScanCreatePermission,
    entityRef,
  );
  const [record, all] = await Promise.all([
    reader.getEntity(entityRef),
    reader.listClusters(),
  ]);
  const open = record && (await readOpenScan(reader, record));
  const clusters = record ? clustersToScan(record, all) : [];
  if (clusters.length === 0)
    throw new ConflictError(
      `No cluster that ${entityRef} may run in can be scanned. Its posture says why; an entity that is new to the catalog is joined to clusters within 5 minutes`,
    );
  if (open && waitsFor(open, clusters)) return scanView(open, all);
  return createScan(context, credentials, clusters, entityRef);
}

/** Asks for a scan of one cluster. */
export async function requestClusterScan(
  context: RouteContext,
  request: Request,
  name: string,
): Promise<ScanView> {
  const { access, reader } = context;
  const credentials = await access.require(
    request,
    postureClusterScanCreatePermission,
  );
  const cluster = await reader.getCluster(name);
  if (!cluster) throw unknownCluster(name);
  if (cluster.state === 'needsUserCredentials')
    throw new ConflictError(
      `Cluster ${name} admits users only (auth provider ${cluster.authProvider}), so the portal cannot scan it by itself`,
    );
  return createScan(context, credentials, [cluster]);
}

/** A request that is recorded is answered even where the scheduler cannot be told now: it looks every minute. */
async function createScan(
  { scans, requestSweeps, auth, clock, logger }: RouteContext,
  credentials: BackstageCredentials,
  clusters: readonly ClusterRecord[],
  entityRef?: string,
): Promise<ScanView> {
  const names = clusters.map(({ name }) => name);
  const scan = {
    clusters: names,
    ...(entityRef ? { entityRef } : {}),
    requestedBy: callerName(auth, credentials),
    now: clock(),
  };
  const id = await scans.createScan(scan);
  try {
    await requestSweeps(names);
  } catch (error) {
    logger.warn(
      `Scan ${id} waits for the scheduler's next look, for it could not be told now: ${stringifyError(
        error,
      )}`,
    );
  }
  const waiting = names.map(cluster => ({ cluster }));
  return scanView(
    { ...scan, id, requestedAt: scan.now, clusters: waiting },
    clusters,
  );
}

/** The scan that was asked for on behalf of an entity and is not answered yet. */
export async function readOpenScan(
  reader: Pick<PostureReader, 'getScan'>,
  { openScan }: EntityPostureRecord,
): Promise<ScanRecord | undefined> {
  return openScan === undefined ? undefined : reader.getScan(openScan);
}

/** True where no cluster of the scan was begun, and it asks for just these. */
function waitsFor(
  { clusters }: ScanRecord,
  wanted: readonly ClusterRecord[],
): boolean {
  return (
    clusters.length === wanted.length &&
    clusters.every(
      ({ cluster, sweep }) =>
        !sweep && wanted.some(({ name }) => name === cluster),
    )
  );
}
