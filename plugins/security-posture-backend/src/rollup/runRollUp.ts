import { Profile } from 'security-posture-engine';
import { ClusterRecord } from '../database/records';
import {
  RollupExtent,
  RollupStore,
  ScopePosture,
} from '../database/RollupStore';
import { createBreather } from '../sweep/createBreather';
import { clusterValues } from './clusterValues';
import { entityValues } from './postureValues';

/** What summing up works with. */
export interface RollupEnvironment {
  readonly store: RollupStore;
  /** What entities are scored over. */
  readonly profile: Profile;
  /** What clusters are scored over. */
  readonly clusterProfile: Profile;
  /** Version of the library that is judged by now. */
  readonly library: string;
  /** Sums up groups, systems, domains and the organisation, from the postures of their entities. */
  readonly rollUpScopes: (now: number) => Promise<void>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Brings the postures of entities, clusters and scopes up to date with what sweeps, resolving and exemptions changed.
 * What an interrupted roll-up left undone, the next one does.
 */
export async function runRollUp(
  environment: RollupEnvironment,
  clusters: readonly ClusterRecord[],
  extent: RollupExtent,
): Promise<void> {
  const { store, clock } = environment;
  const now = clock();
  const breathe = createBreather();
  let taken = extent === 'all';
  for await (const page of store.listDue(extent, now)) {
    const postures: ScopePosture[] = [];
    for (const { entityRef, record, exempted } of page) {
      if (!record) continue;
      const values = entityValues(record, exempted, clusters, environment);
      postures.push({ scopeType: 'entity', scopeRef: entityRef, values });
      await breathe();
    }
    const gone = page.filter(({ record }) => !record);
    await store.save(
      postures,
      gone.map(({ entityRef }) => entityRef),
      now,
    );
    taken = true;
  }
  await rollUpClusters(environment, clusters, now);
  if (taken) await environment.rollUpScopes(now);
  await store.saveRolled(
    new Map(clusters.map(({ name, sweepNo }) => [name, sweepNo])),
  );
}

async function rollUpClusters(
  { store, clusterProfile, library }: RollupEnvironment,
  clusters: readonly ClusterRecord[],
  now: number,
): Promise<void> {
  const parts = await store.listClusterParts(now);
  const postures = parts.map<ScopePosture>(part => ({
    scopeType: 'cluster',
    scopeRef: part.cluster,
    values: clusterValues(part, clusters, {
      profile: clusterProfile,
      library,
    }),
  }));
  await store.save(postures, [], now);
}
