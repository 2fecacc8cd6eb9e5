import {
  ClusterDescription,
  ClusterReader,
} from 'backstage-plugin-security-posture-node';
import {
  ControlNeed,
  Inventory,
  Listed,
  listed,
  OptInPart,
  parseKubernetesVersion,
  SUPPORTING_RESOURCES,
  unlisted,
  Workload,
  WORKLOAD_RESOURCES,
} from 'security-posture-engine';
import {
  collectEvidence,
  countEvidence,
  EvidenceSources,
} from './collectEvidence';
import {
  collectSupporting,
  countLists,
  missingKinds,
  neededKinds,
  planLists,
  supportingToRead,
} from './collectSupporting';
import {
  CollectedWorkloads,
  collectWorkloads,
  UnreadWorkloadKind,
} from './collectWorkloads';
import { discoverResources } from './discoverResources';
import { CollectedList, CollectProgress, ListCollector } from './ListCollector';
import { readServerVersion } from './readServerVersion';
import { ReadStoredWorkloads } from './WorkloadCollection';

const WORKLOAD_KINDS = Object.values(WORKLOAD_RESOURCES);

/** What is to be read of a cluster. */
export interface CollectOptions extends EvidenceSources {
  /** What the enabled controls read, all together. Workloads and namespaces are read in any case. */
  readonly needs: readonly ControlNeed[];
  /** What is read only where an adopter asks for it, and this one did. */
  readonly optIn?: readonly OptInPart[];
  /** Asked only where a kind of workload is forbidden. Absent: nothing is stored of the cluster. */
  readonly readStoredWorkloads?: ReadStoredWorkloads;
  readonly signal: AbortSignal;
  /** Called after every page and every list. */
  readonly onProgress?: (progress: CollectProgress) => void;
}

/** What one sweep brought home. */
export interface CollectedCluster {
  readonly inventory: Inventory;
  /**
   * All workloads that were read, to be judged each.
   * `inventory.workloads` holds the same where every kind was read, and is unread (`partial`) where one was not.
   */
  readonly workloads: readonly Workload[];
  /** As the API server says it: `v1.35.8`. */
  readonly serverVersion: string;
  readonly lists: readonly CollectedList[];
  /** Kinds of workloads that are missing: what was known of them is neither confirmed nor gone. */
  readonly unreadWorkloadKinds: readonly UnreadWorkloadKind[];
}

/**
 * Reads one cluster whole: its version, the kinds that it serves, small kinds, then what runs.
 * One list that fails is missing with its reason, and no other.
 * Rejects with a ClusterReadError where the cluster as a whole cannot be read, and with the signal's reason where it is aborted.
 */
export async function collectCluster(
  reader: ClusterReader,
  cluster: ClusterDescription,
  options: CollectOptions,
): Promise<CollectedCluster> {
  const { needs, signal } = options;
  const serverVersion = await readServerVersion(reader, cluster, signal);
  const names = supportingToRead(needs, options.optIn ?? []);
  const discovery = await discoverResources(reader, cluster, {
    resources: [
      ...[...names, ...neededKinds(needs)].map(
        name => SUPPORTING_RESOURCES[name],
      ),
      ...WORKLOAD_KINDS,
    ],
    everyGroup: needs.includes('servedResources'),
    signal,
  });
  const planned = planLists(names, discovery);
  const collector = new ListCollector(
    { reader, cluster, discovery, signal },
    countLists(planned) + WORKLOAD_KINDS.length + countEvidence(needs, options),
    options.onProgress,
  );
  const supporting = await collectSupporting(
    collector,
    planned,
    missingKinds(needs, discovery),
  );
  const running = await collectWorkloads(
    collector,
    options.readStoredWorkloads ?? (async () => new Set()),
  );
  const { staticPods } = running;
  const evidence = await collectEvidence({ ...options, collector, staticPods });
  return {
    inventory: {
      kubernetesVersion: parseKubernetesVersion(serverVersion),
      serverVersion,
      supporting,
      evidence,
      workloads: listedWorkloads(running),
      livePods: running.livePods,
    },
    workloads: running.workloads,
    serverVersion,
    lists: collector.lists,
    unreadWorkloadKinds: running.unreadWorkloadKinds,
  };
}

/** A rule that asks about all workloads must not take a part of them for all. */
function listedWorkloads(running: CollectedWorkloads): Listed<Workload> {
  const { workloads, unreadWorkloadKinds } = running;
  return unreadWorkloadKinds.length ? unlisted('partial') : listed(workloads);
}
