import { PodSpecPatch, WorkloadControl } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { memoByObject } from '../relate/memo';
import { applyStrategicMerge } from './applyStrategicMerge';
import { refusalsOf } from './refusalsOf';
import { renderPatch } from './renderPatch';

/** What proving a patch needs: how to judge a workload by these controls. */
export type EvaluateWorkload = (
  workload: Workload,
  only: ReadonlySet<string>,
) => readonly Finding[];

/** The same set for every proof, so that the evaluator looks up its controls once. */
const itself = memoByObject(
  ({ id }: Pick<WorkloadControl, 'id'>): ReadonlySet<string> => new Set([id]),
);

/** The same set for all patches of a workload. */
const controlsAtStake = memoByObject(
  (before: readonly Finding[]): ReadonlySet<string> =>
    new Set(before.filter(isAtStake).map(finding => finding.control)),
);

/**
 * Proves a patch: applied to the workload, the control no longer fails, no other control newly fails,
 * and the API server would not newly refuse the object. Answers whether all of that holds.
 * `before` are the findings of the workload as it stands; what fails already is not judged again.
 */
export function provePatch(
  control: Pick<WorkloadControl, 'id'>,
  patch: PodSpecPatch,
  workload: Workload,
  before: readonly Finding[],
  evaluate: EvaluateWorkload,
): boolean {
  const patched = patchWorkload(workload, patch);
  if (!patched) return false;
  return (
    settled(evaluate(patched, itself(control)), control.id) &&
    evaluate(patched, controlsAtStake(before)).every(isNoFailure) &&
    refusesNoMore(patched, workload)
  );
}

/**
 * What fails already cannot newly fail. Nor does a patch break what never held and only did not apply on the network of the host:
 * there it brings to light that no policy bounds the pod.
 */
function isAtStake({ outcome, reason }: Finding): boolean {
  return outcome !== 'fail' && reason !== 'hostNetwork';
}

function refusesNoMore(patched: Workload, workload: Workload): boolean {
  const refusals = refusalsOf(patched);
  if (refusals.length === 0) return true;
  const before = new Set(refusalsOf(workload));
  return refusals.every(refusal => before.has(refusal));
}

/**
 * The workload with a patch applied to its pod spec. Undefined where it runs no pods.
 * Containers that were added to its running pods are gone: a changed template replaces the pods. Those of a bare Pod stay.
 */
export function patchWorkload(
  workload: Workload,
  patch: PodSpecPatch,
): Workload | undefined {
  const rendered = renderPatch(workload.subject, patch);
  if (!rendered) return undefined;
  return new Workload(
    applyStrategicMerge(workload.toObject(), rendered) as KubernetesObject,
  );
}

function settled(findings: readonly Finding[], id: string): boolean {
  const own = findings.find(finding => finding.control === id);
  return own?.outcome === 'pass' || own?.outcome === 'notApplicable';
}

function isNoFailure({ outcome }: Finding): boolean {
  return outcome !== 'fail';
}
