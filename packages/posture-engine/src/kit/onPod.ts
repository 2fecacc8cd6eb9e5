import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { Workload } from '../model/workload';
import { asBreaches, Breaches, toViolation } from './breach';
import { gravestSeverity } from './gravestSeverity';
import { fail, pass } from './judgements';

/** A rule about a pod spec: answers the places that break the control, relative to the pod spec. */
export type PodRule<Need extends ControlNeed> = (
  workload: Workload,
  context: ControlContext<Need>,
) => Breaches;

/** Lifts a rule about the pod spec to the workload. */
export function onPod<Need extends ControlNeed = never>(
  rule: PodRule<Need>,
): (workload: Workload, context: ControlContext<Need>) => Judgement {
  return (workload, context) => {
    const breaches = asBreaches(rule(workload, context));
    if (breaches.length === 0) return pass();
    return fail(
      breaches.map(breach => toViolation(breach, workload.specPath)),
      { severity: gravestSeverity(breaches, context.severity) },
    );
  };
}
