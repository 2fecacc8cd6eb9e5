import { toError } from '@backstage/errors';
import { isClusterReadError } from 'backstage-plugin-security-posture-node';
import {
  Attestation,
  Control,
  DataTables,
  EngineSettings,
  objectKey,
  Profile,
  profileWithReports,
} from 'security-posture-engine';
import { SweepList } from '../database/records';
import {
  KnownSubject,
  SweepStore,
  SweepSupersededError,
  SweepTicket,
} from '../database/SweepStore';
import { OwnerIndex } from '../resolve/OwnerIndex';
import { CollectedCluster } from '../collect';
import { CollectCluster } from './CollectCluster';
import { createBreather } from './createBreather';
import { judgeInventory } from './judgeInventory';
import { partsOf } from './partsOf';
import { createProgressReporter } from './createProgressReporter';
import { SweepListener } from './SweepListener';
import { inSpan } from '../telemetry/inSpan';
import { EndedSweep, Telemetry } from '../telemetry/Telemetry';
import { tallyCluster } from './tallyEntities';

/** What a sweep works with. */
export interface SweepEnvironment {
  readonly store: SweepStore;
  readonly collect: CollectCluster;
  /** Who owns the subjects of a cluster, by the subject's key. */
  readonly readOwners: (cluster: string) => Promise<OwnerIndex>;
  /** What people state of a cluster. */
  readonly readAttestations: (
    cluster: string,
  ) => Promise<readonly Attestation[]>;
  readonly controls: readonly Control[];
  /** Version of the library that they make. */
  readonly library: string;
  /** What entities are scored over. */
  readonly profile: Profile;
  /** What clusters are scored over. */
  readonly clusterProfile: Profile;
  readonly settings: EngineSettings;
  /** The data tables of the moment. */
  readonly tables: () => DataTables;
  readonly listener: SweepListener;
  /** Absent: nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Sweeps one cluster: collect, judge, store, publish. The only place that knows all the steps.
 * A cluster that does not answer ends the sweep as failed and keeps its last posture; that is no error.
 * Anything else that goes wrong ends it as failed too, and is thrown.
 */
export function runSweep(
  environment: SweepEnvironment,
  cluster: string,
  trigger: 'schedule' | 'request',
  signal: AbortSignal,
): Promise<void> {
  return inSpan(environment.telemetry, cluster, undefined, () =>
    sweepToEnd(environment, cluster, trigger, signal),
  );
}

async function sweepToEnd(
  environment: SweepEnvironment,
  cluster: string,
  trigger: 'schedule' | 'request',
  signal: AbortSignal,
): Promise<void> {
  const { store, listener, clock, telemetry } = environment;
  const startedAt = clock();
  const ticket = await store.begin({ cluster, trigger, now: startedAt });
  let lists: readonly SweepList[] = [];
  let status: EndedSweep['status'] = 'failed';
  try {
    const collected = await inSpan(telemetry, cluster, 'collect', () =>
      collectWithProgress(environment, ticket, signal),
    );
    lists = collected.lists;
    await judgeAndPublish(environment, ticket, collected, signal);
    status = collected.unreadWorkloadKinds.length ? 'partial' : 'complete';
  } catch (error) {
    await endFailed(environment, ticket, toError(error), lists);
  } finally {
    const seconds = Math.max(0, clock() - startedAt) / 1000;
    const objects = objectsIn(lists);
    telemetry?.sweepEnded({ cluster, status, seconds, objects });
    await listener.moved(ticket.sweepId);
  }
}

function objectsIn(lists: readonly SweepList[]): number {
  return lists.reduce((sum, { objects = 0 }) => sum + objects, 0);
}

async function collectWithProgress(
  { store, collect, listener, clock }: SweepEnvironment,
  ticket: SweepTicket,
  signal: AbortSignal,
): Promise<CollectedCluster> {
  const reporter = createProgressReporter(store, listener, ticket, clock);
  const collected = await collect(ticket.cluster, {
    readStoredWorkloads: async () =>
      workloadKeys(await store.listSubjects(ticket.cluster)),
    signal,
    onProgress: progress => reporter.report(progress),
  });
  await reporter.settle();
  return collected;
}

function workloadKeys(
  known: ReadonlyMap<string, KnownSubject>,
): ReadonlySet<string> {
  const workloads = [...known.values()].filter(
    ({ type }) => type === 'workload',
  );
  return new Set(workloads.map(objectKey));
}

async function judgeAndPublish(
  environment: SweepEnvironment,
  ticket: SweepTicket,
  collected: CollectedCluster,
  signal: AbortSignal,
): Promise<void> {
  const { store, controls, settings, clock } = environment;
  const now = clock();
  const breathe = createBreather(signal);
  const known = await store.listSubjects(ticket.cluster);
  const owners = await environment.readOwners(ticket.cluster);
  const outcomes = new Map(
    [...known].map(([key, subject]) => [key, subject.outcomes]),
  );
  const attestations = await environment.readAttestations(ticket.cluster);
  const result = await inSpan(
    environment.telemetry,
    ticket.cluster,
    'judge',
    () =>
      judgeInventory({
        cluster: ticket.cluster,
        inventory: collected.inventory,
        workloads: collected.workloads,
        unreadKinds: new Map(
          collected.unreadWorkloadKinds.map(({ kind, reason }) => [
            kind,
            reason,
          ]),
        ),
        controls,
        settings,
        tables: environment.tables(),
        known,
        ownersOf: key => owners.entitiesOf(key),
        attestations,
        now,
        breathe,
        save: async changes => {
          const saved = await store.saveSubjects(ticket, changes, now);
          for (const [key, stored] of saved) outcomes.set(key, stored);
        },
      }),
  );
  await store.closeGone(ticket, goneIds(known, result.seen), now);
  await store.saveGaps(ticket, result.gaps, now);
  const reported = new Set([
    ...(await store.readReportedControls(ticket.cluster)),
    ...result.reported,
  ]);
  const parts = await partsOf(
    profileWithReports(environment.profile, controls, reported),
    {
      owners,
      outcomesOf: key => (result.seen.has(key) ? outcomes.get(key) : undefined),
      usesOf: key => result.uses.get(key) ?? [],
    },
    breathe,
  );
  const own = tallyCluster(
    ticket.cluster,
    [...result.own].flatMap(key => outcomes.get(key) ?? []),
    profileWithReports(environment.clusterProfile, controls, reported),
  );
  await store.saveParts(ticket, [...parts, own], environment.library, now);
  const partial = collected.unreadWorkloadKinds[0]?.reason;
  await inSpan(environment.telemetry, ticket.cluster, 'publish', () =>
    store.publish(ticket, {
      status: partial ? 'partial' : 'complete',
      ...(partial ? { reason: partial } : {}),
      kubernetesVersion: collected.serverVersion,
      reportedControls: [...reported].sort(),
      lists: collected.lists,
      now: clock(),
    }),
  );
}

function goneIds(
  known: ReadonlyMap<string, KnownSubject>,
  seen: ReadonlySet<string>,
): number[] {
  return [...known.values()]
    .filter(subject => !seen.has(subject.key))
    .map(subject => subject.id);
}

async function endFailed(
  { store, clock }: SweepEnvironment,
  ticket: SweepTicket,
  error: Error,
  lists: readonly SweepList[],
): Promise<void> {
  if (error instanceof SweepSupersededError) throw error;
  const unreachable = isClusterReadError(error);
  await store.fail(ticket, {
    reason: unreachable ? error.reason : 'partial',
    unreachable,
    lists,
    now: clock(),
  });
  if (!unreachable) throw error;
}
