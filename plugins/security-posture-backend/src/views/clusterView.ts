import {
  ClusterPosture,
  ClusterView,
  PastSweepView,
  SweepListView,
  SweepView,
} from 'backstage-plugin-security-posture-common';
import { DescribedCluster } from 'security-posture-engine';
import { ClusterPostureRecord } from '../database/ClusterDetailsReader';
import { ClusterRecord, SweepList, SweepRecord } from '../database/records';
import { runningLine, SupportTerms } from './clusterPages/runningVersions';
import { scoreView } from './entityRow';
import { isoTime, timeAt } from './isoTime';

/** What is known of a cluster beside its own row. */
export interface KnownOfCluster {
  /** Live ones. */
  readonly workloads: number;
  readonly lastSweep: SweepRecord | undefined;
  readonly posture: ClusterPostureRecord | undefined;
  /** What it shows of itself. */
  readonly shown: DescribedCluster | undefined;
  readonly terms: SupportTerms;
}

/** One cluster, with its live workloads, its last sweep and its posture. */
export function clusterView(
  cluster: ClusterRecord,
  { workloads, lastSweep, posture, shown, terms }: KnownOfCluster,
): ClusterView {
  const { kubernetes, provider } = shown ?? {};
  return {
    name: cluster.name,
    ...(cluster.title ? { title: cluster.title } : {}),
    production: cluster.production,
    state: cluster.goneAt === undefined ? cluster.state : 'gone',
    ...(cluster.reason ? { reason: cluster.reason } : {}),
    authProvider: cluster.authProvider,
    ...(cluster.version ? { kubernetesVersion: cluster.version } : {}),
    ...(kubernetes ? { kubernetes: runningLine(kubernetes, terms) } : {}),
    ...(provider ? { provider } : {}),
    workloads,
    ...timeAt('lastSuccessAt', cluster.lastSuccessAt),
    ...timeAt('failingSince', cluster.failingSince),
    ...timeAt('goneAt', cluster.goneAt),
    ...(lastSweep ? { lastSweep: sweepView(lastSweep) } : {}),
    ...(posture ? { posture: clusterPosture(posture) } : {}),
  };
}

function clusterPosture(record: ClusterPostureRecord): ClusterPosture {
  const { raw, effective, coverage, open, exempted } = record;
  return {
    score: scoreView(effective, coverage),
    raw: scoreView(raw, coverage),
    open,
    exempted,
    controls: record.controls,
    profile: record.profile,
    library: record.library,
  };
}

/** A sweep with what it cost. */
export function pastSweepView(sweep: SweepRecord): PastSweepView {
  const { startedAt, finishedAt, lists } = sweep;
  return {
    id: sweep.id,
    trigger: sweep.trigger,
    ...sweepView(sweep),
    ...(finishedAt === undefined
      ? {}
      : { durationSeconds: (finishedAt - startedAt) / 1000 }),
    objects: lists.reduce((sum, { objects }) => sum + (objects ?? 0), 0),
    unreadLists: lists.filter(({ reason }) => reason).length,
  };
}

function sweepView(sweep: SweepRecord): SweepView {
  return {
    number: sweep.number,
    startedAt: isoTime(sweep.startedAt),
    ...timeAt('finishedAt', sweep.finishedAt),
    status: sweep.status,
    ...(sweep.reason ? { reason: sweep.reason } : {}),
    lists: sweep.lists.map(listView),
  };
}

function listView({ resource, objects, reason }: SweepList): SweepListView {
  return {
    resource,
    ...(objects === undefined ? {} : { objects }),
    ...(reason ? { reason } : {}),
  };
}
