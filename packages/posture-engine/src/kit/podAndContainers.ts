import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { graverSeverity } from '../model/severity';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import {
  ContainerRule,
  eachContainer,
  EachContainerOptions,
} from './eachContainer';
import { fail, notEvaluated } from './judgements';
import { malformedViolation } from './malformedViolation';
import { onPod, PodRule } from './onPod';
import { withWindowsHint } from './windowsExemption';

/** Rules for a field that both the pod and its containers may set. */
export interface PodAndContainerRules<Need extends ControlNeed> {
  /** Places in the pod spec, relative to it. A bad value there fails even where every container overrides it. */
  readonly pod: PodRule<Need>;
  readonly container: ContainerRule<Need>;
}

/**
 * Lifts a rule about a field that the pod and its containers may set, the pod's breaches first.
 * The finding is as grave as the graver of the two.
 */
export function podAndContainers<Need extends ControlNeed = never>(
  rules: PodAndContainerRules<Need>,
  options: EachContainerOptions = {},
): (workload: Workload, context: ControlContext<Need>) => Judgement {
  const judgeContainers = eachContainer<Need>(rules.container, options);
  const judgePod = onPod<Need>(rules.pod);
  return (workload, context) => {
    const containers = judgeContainers(workload, context);
    if (containers.outcome === 'notApplicable') return containers;
    return withWindowsHint(
      joined(
        orMalformed(() => judgePod(workload, context)),
        containers,
      ),
      options.notOnWindows,
      workload,
      context,
    );
  };
}

function orMalformed(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return notEvaluated('parseError', undefined, [malformedViolation(error)]);
  }
}

/** A failure of either is one of both; else what could not be read is no pass. */
function joined(pod: Judgement, containers: Judgement): Judgement {
  if (pod.outcome === 'fail' && containers.outcome === 'fail') {
    return fail([...pod.violations, ...containers.violations], {
      severity: graverSeverity(
        pod.severity ?? 'info',
        containers.severity ?? 'info',
      ),
    });
  }
  if (pod.outcome === 'fail' || containers.outcome === 'pass') return pod;
  if (containers.outcome === 'fail' || pod.outcome === 'pass')
    return containers;
  return pod;
}
