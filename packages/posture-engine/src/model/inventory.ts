import { EVIDENCE_LISTS, EvidenceLists } from './evidence';
import { KubernetesObject } from './kubernetesObject';
import { NotEvaluatedReason } from './outcome';
import { SupportingResource } from './resources';
import { KubernetesVersion } from './kubernetesVersion';
import { Workload } from './workload';
import { LivePod } from './livePod';

/** A list that was read, or why it was not. */
export type Listed<T> =
  | { readonly read: true; readonly items: readonly T[] }
  | { readonly read: false; readonly reason: NotEvaluatedReason };

/** What was read beside lists of the API. */
export type Evidence = {
  readonly [Name in keyof EvidenceLists]: Listed<EvidenceLists[Name]>;
};

/** What one sweep of a cluster, or one call of the command line, brought home. */
export interface Inventory {
  /** Undefined where the version is unknown, cannot be parsed or is too old. */
  readonly kubernetesVersion: KubernetesVersion | undefined;
  /** As the API server says it. Undefined for manifests. */
  readonly serverVersion?: string;
  readonly supporting: Readonly<
    Record<SupportingResource, Listed<KubernetesObject>>
  >;
  readonly evidence: Evidence;
  readonly workloads: Listed<Workload>;
  /** What runs now. In manifests nothing runs: not read. */
  readonly livePods: Listed<LivePod>;
}

/** A list of what was read. */
export function listed<T>(items: readonly T[]): Listed<T> {
  return { read: true, items };
}

/** A list that could not be read. */
export function unlisted<T>(reason: NotEvaluatedReason): Listed<T> {
  return { read: false, reason };
}

/** Evidence of which nothing was read, all for one reason. */
export function noEvidence(reason: NotEvaluatedReason): Evidence {
  return Object.fromEntries(
    EVIDENCE_LISTS.map(name => [name, unlisted(reason)]),
  ) as unknown as Evidence;
}
