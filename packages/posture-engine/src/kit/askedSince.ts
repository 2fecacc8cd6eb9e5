import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { Workload } from '../model/workload';
import { notApplicable } from './judgements';

/**
 * A judgement that Pod Security Admission makes from a minor of 1.x on.
 * Where its own verdict is asked for below that version it has none; ours holds at every version.
 */
export function askedSince<Need extends ControlNeed = never>(
  minor: number,
  judge: (workload: Workload, context: ControlContext<Need>) => Judgement,
): (workload: Workload, context: ControlContext<Need>) => Judgement {
  return (workload, context) =>
    context.podSecurityLevel && context.kubernetesVersion.minor < minor
      ? notApplicable('belowVersion')
      : judge(workload, context);
}
