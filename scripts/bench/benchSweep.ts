import {
  allControls,
  BASE_LIBRARY,
  clusterProfile,
  ControlNeed,
  DEFAULT_SETTINGS,
  DEFAULT_TABLES,
  workloadProfile,
  needsOf,
} from 'security-posture-engine';
import { ClusterDescription } from 'backstage-plugin-security-posture-node';
import {
  collectCluster,
  KubernetesProxyClusterReader,
} from '../../plugins/security-posture-backend/src/collect';
import { DatabaseSweepStore } from '../../plugins/security-posture-backend/src/database/DatabaseSweepStore';
import { syncClusters } from '../../plugins/security-posture-backend/src/database/operations/syncClusters';
import { createOwnerIndex } from '../../plugins/security-posture-backend/src/resolve/OwnerIndex';
import {
  runSweep,
  SweepEnvironment,
} from '../../plugins/security-posture-backend/src/sweep/runSweep';
import { BenchDatabase } from './arguments';
import { openBenchDatabase } from './benchDatabase';
import { BenchHost } from './benchHost';
import { recordRequests, replayRequests } from './recordRequests';
import { median, rounded } from './statistics';
import { watchProcess } from './watchProcess';

const ROUNDS = 3;

/** Figures of sweeping all clusters, one after the other, through the real kubernetes plugin. */
export async function benchSweep(
  { auth, discovery }: BenchHost,
  databaseKind: BenchDatabase,
) {
  const reader = new KubernetesProxyClusterReader({ auth, discovery });
  const clusters = await reader.listClusters();
  const database = await openBenchDatabase(databaseKind);
  const environment = environmentOf(
    new DatabaseSweepStore(database.knex),
    reader,
    clusters,
  );
  await syncClusters(
    database.knex,
    clusters.map(({ name, authProvider }) => ({
      name,
      authProvider,
      production: false,
      scannable: true,
    })),
    Date.now(),
  );
  const sweepAll = async () => {
    for (const { name } of clusters)
      await runSweep(
        environment,
        name,
        'schedule',
        new AbortController().signal,
      );
  };
  const token = async () =>
    (
      await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      })
    ).token;
  // The demo clusters make their objects when they are first asked for them.
  const requests = await recordRequests(async () => {
    for (const { name } of clusters)
      await environment.collect(name, {
        readStoredWorkloads: async () => new Set(),
        signal: new AbortController().signal,
        onProgress: () => {},
      });
  });
  const first = await watchProcess(sweepAll);
  const bare: number[] = [];
  const unchanged: Awaited<ReturnType<typeof watchProcess>>[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    bytes = await replayRequests(requests, token);
    bare.push(performance.now() - start);
    unchanged.push(await watchProcess(sweepAll));
  }
  await database.close();
  const list = median(bare);
  return {
    requests: requests.length,
    megabytes: rounded(bytes / 2 ** 20, 1),
    listMs: Math.round(list),
    firstSweepMs: Math.round(first.milliseconds),
    unchangedSweepMs: Math.round(
      median(unchanged.map(watch => watch.milliseconds)),
    ),
    sweepOverList: rounded(first.milliseconds / list, 2),
    unchangedSweepOverList: rounded(
      median(unchanged.map(watch => watch.milliseconds)) / list,
      2,
    ),
    rssDeltaMb: Math.round(
      Math.max(first.rssDeltaMb, ...unchanged.map(watch => watch.rssDeltaMb)),
    ),
    eventLoopP99Ms: rounded(
      Math.max(
        first.eventLoopP99Ms,
        ...unchanged.map(watch => watch.eventLoopP99Ms),
      ),
      1,
    ),
  };
}

function environmentOf(
  store: DatabaseSweepStore,
  reader: KubernetesProxyClusterReader,
  clusters: readonly ClusterDescription[],
): SweepEnvironment {
  const controls = allControls();
  const needs: readonly ControlNeed[] = [...new Set(controls.flatMap(needsOf))];
  return {
    store,
    collect: (cluster, { signal, onProgress }) =>
      collectCluster(reader, clusters.find(({ name }) => name === cluster)!, {
        needs,
        optIn: ['configMaps'],
        signal,
        onProgress,
      }),
    readAttestations: async () => [],
    readOwners: async () => createOwnerIndex([]),
    controls,
    library: BASE_LIBRARY.version,
    profile: workloadProfile(controls),
    clusterProfile: clusterProfile(controls),
    settings: DEFAULT_SETTINGS,
    tables: () => DEFAULT_TABLES,
    listener: { moved: async () => {} },
    clock: () => Date.now(),
  };
}
