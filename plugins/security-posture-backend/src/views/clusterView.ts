import {
  ClusterView,
  SweepListView,
  SweepView,
} from 'backstage-plugin-security-posture-common';
import { ClusterRecord, SweepList, SweepRecord } from '../database/records';
import { isoTime, timeAt } from './isoTime';

/** One cluster, with its live workloads and its last sweep. */
export function clusterView(
  cluster: ClusterRecord,
  workloads: number,
  lastSweep: SweepRecord | undefined,
): ClusterView {
  return {
    name: cluster.name,
    ...(cluster.title ? { title: cluster.title } : {}),
    production: cluster.production,
    state: cluster.state,
    ...(cluster.reason ? { reason: cluster.reason } : {}),
    authProvider: cluster.authProvider,
    ...(cluster.version ? { kubernetesVersion: cluster.version } : {}),
    workloads,
    ...timeAt('lastSuccessAt', cluster.lastSuccessAt),
    ...timeAt('failingSince', cluster.failingSince),
    ...(lastSweep ? { lastSweep: sweepView(lastSweep) } : {}),
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
