import {
  createEvaluator,
  DEFAULT_SETTINGS,
  Evaluator,
  Finding,
  inventoryOfManifests,
  severityRank,
  subjectKey,
  SubjectRef,
  Workload,
} from 'security-posture-engine';
import { Manifest } from '../input/Manifest';
import { JudgedSubject } from './JudgedSubject';
import { ScanPlan } from './ScanPlan';

/** All inputs of a call are one cluster. */
export const CLUSTER: SubjectRef = {
  type: 'cluster',
  apiVersion: '',
  kind: 'Cluster',
  name: 'input',
};

/** What a call found out. */
export interface Judgements {
  /** Workloads in the order of the input, then the cluster. */
  readonly subjects: readonly JudgedSubject[];
  /** Judges a workload again, for proving patches. */
  readonly evaluate: Evaluator['evaluate'];
}

/** Judges all manifests of a call. `now` is in epoch milliseconds. */
export function judgeInput(
  manifests: readonly Manifest[],
  plan: ScanPlan,
  now: number,
): Judgements {
  const inventory = inventoryOfManifests(
    manifests.map(({ object }) => object),
    plan.kubernetesVersion,
  );
  const evaluator = createEvaluator(plan.controls, inventory, {
    now,
    settings: DEFAULT_SETTINGS,
    ...(plan.podSecurityLevel
      ? { podSecurityLevel: plan.podSecurityLevel }
      : {}),
  });
  const workloads = inventory.workloads.read ? inventory.workloads.items : [];
  return {
    subjects: [
      ...judgeWorkloads(workloads, manifests, evaluator),
      ...judgeCluster(evaluator),
    ],
    evaluate: evaluator.evaluate,
  };
}

function judgeWorkloads(
  workloads: readonly Workload[],
  manifests: readonly Manifest[],
  evaluator: Evaluator,
): readonly JudgedSubject[] {
  const manifestOf = new Map(
    manifests.map(manifest => [manifest.object, manifest]),
  );
  const occurrences = new Map<string, number>();
  return workloads.flatMap(workload => {
    const manifest = manifestOf.get(workload.toObject());
    const findings = sorted(evaluator.evaluate(workload));
    if (!manifest || !findings.length) return [];
    const key = subjectKey(CLUSTER.name, workload.subject);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    const written = { manifest, workload };
    return [{ subject: workload.subject, findings, occurrence, written }];
  });
}

function judgeCluster(evaluator: Evaluator): readonly JudgedSubject[] {
  const findings = sorted(evaluator.evaluate({ subject: CLUSTER }));
  return findings.length ? [{ subject: CLUSTER, findings, occurrence: 1 }] : [];
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (left, right) =>
      severityRank(left.severity) - severityRank(right.severity) ||
      (left.control < right.control ? -1 : 1),
  );
}
