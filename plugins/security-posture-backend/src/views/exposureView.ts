import {
  ExposureList,
  ExposureResponse,
  Reach,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { ReasonCode } from 'security-posture-engine';
import { EntityAccount, EntityWorkload } from '../database/EntityDetailsReader';
import { ExposureGraph } from './ExposureGraph';
import { reachOf } from './reachOf';
import { workloadExposure } from './workloadExposure';

/** Workloads whose exposure one answer holds. */
const WORKLOADS_SHOWN = 100;

const FURTHEST_FIRST: readonly Reach[] = [
  'outside',
  'unknown',
  'restricted',
  'inside',
];

/**
 * Who can reach the workloads of an entity: those that are reached from furthest, with what leads to them and what they may do.
 *
 * @param total - workloads of the entity, where not all of them were looked at
 */
export function exposureView(
  workloads: readonly EntityWorkload[],
  total: number,
  accounts: readonly EntityAccount[],
): ExposureResponse {
  const reach = { outside: 0, restricted: 0, inside: 0, unknown: 0 };
  for (const { facts } of workloads) reach[reachOf(facts.exposure)] += 1;
  const graph = new ExposureGraph();
  const shown = [...workloads]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .slice(0, WORKLOADS_SHOWN)
    .map(workload => workloadExposure(workload, accounts, graph));
  const unread = sumUnread(shown);
  return {
    workloads: shown,
    total,
    reach,
    nodes: graph.nodes,
    edges: graph.edges,
    partial: unread.length > 0 || shown.length < total || shown.some(isCut),
    unread,
  };
}

function rankOf({ facts }: EntityWorkload): number {
  return FURTHEST_FIRST.indexOf(reachOf(facts.exposure));
}

function isCut({ leftOut }: WorkloadExposureView): boolean {
  return leftOut.services + leftOut.entries + leftOut.policies > 0;
}

function sumUnread(
  shown: readonly WorkloadExposureView[],
): ExposureResponse['unread'] {
  const sums = new Map<
    string,
    {
      cluster: string;
      list: ExposureList;
      reason: ReasonCode;
      workloads: number;
    }
  >();
  for (const { resource, unread } of shown)
    for (const { list, reason } of unread) {
      const key = [resource.cluster, list, reason].join(' ');
      const known = sums.get(key) ?? {
        cluster: resource.cluster,
        list,
        reason,
        workloads: 0,
      };
      known.workloads += 1;
      sums.set(key, known);
    }
  return [...sums.values()];
}
