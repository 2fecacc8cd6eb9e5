import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  DEFAULT_KUBERNETES_VERSION,
  DEFAULT_SETTINGS,
  DEFAULT_TABLES,
  inventoryOfManifests,
  isWorkloadObject,
  KubernetesObject,
  Workload,
} from 'security-posture-engine';
import { rollUpAll } from '../../database/__testUtils__/rolledUp';
import { DatabaseAttestationStore } from '../../database/DatabaseAttestationStore';
import { DatabaseResolveStore } from '../../database/DatabaseResolveStore';
import { DatabaseSweepStore } from '../../database/DatabaseSweepStore';
import { syncClusters } from '../../database/operations/syncClusters';
import { CatalogEntity } from '../../resolve/CatalogEntity';
import { createOwnerIndex } from '../../resolve/OwnerIndex';
import { listingOf } from '../../resolve/CatalogListing';
import { ResolveNotes } from '../../resolve/ResolveNotes';
import { runResolve } from '../../resolve/runResolve';
import { runSweep } from '../../sweep/runSweep';
import { settings } from '../../views/__testUtils__/samples';

const CLUSTER = 'prod-eu';

/** Stores what a sweep of a cluster with these objects finds, joined to these entities. */
export async function sweepManifests(
  knex: Knex,
  objects: readonly KubernetesObject[],
  entities: readonly CatalogEntity[],
  now: number,
): Promise<void> {
  const resolving = new DatabaseResolveStore(knex);
  const judging = {
    controls: settings.controls,
    library: settings.library,
    profile: settings.profile,
    clusterProfile: settings.clusterProfile,
    settings: DEFAULT_SETTINGS,
    clock: () => now,
  };
  await syncClusters(
    knex,
    [
      {
        name: CLUSTER,
        authProvider: 'serviceAccount',
        production: false,
        scannable: true,
      },
    ],
    now,
  );
  await runSweep(
    {
      ...judging,
      store: new DatabaseSweepStore(knex),
      collect: async () => collected(objects),
      readAttestations: name =>
        new DatabaseAttestationStore(knex).listForSweep(name),
      readOwners: async name =>
        createOwnerIndex(await resolving.listOwners(name)),
      listener: { moved: async () => {} },
      tables: () => DEFAULT_TABLES,
    },
    CLUSTER,
    'schedule',
    new AbortController().signal,
  );
  await runResolve(
    {
      ...judging,
      store: resolving,
      locator: (_, clusters) => ({ clusters, clustersFrom: 'all' }),
      logger: mockServices.logger.mock(),
    },
    listingOf(entities, []),
    new ResolveNotes({ store: resolving, clock: () => now }),
  );
  await rollUpAll(knex, now);
}

function collected(objects: readonly KubernetesObject[]) {
  return {
    inventory: inventoryOfManifests(objects, DEFAULT_KUBERNETES_VERSION),
    workloads: objects
      .filter(isWorkloadObject)
      .map(object => new Workload(object)),
    serverVersion: 'v1.36.0',
    lists: [],
    unreadWorkloadKinds: [],
  };
}
