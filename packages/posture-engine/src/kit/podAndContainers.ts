import { Container } from '../model/container';
import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import { asBreaches, Breaches, toViolation } from './breach';
import { eachContainer, EachContainerOptions } from './eachContainer';
import { fail, notApplicable, notEvaluated } from './judgements';
import { malformedViolation } from './malformedViolation';

/** Rules for a field that both the pod and its containers may set. */
export interface PodAndContainerRules<Need extends ControlNeed> {
  /** Places in the pod spec, relative to it. A bad value there fails even where every container overrides it. */
  pod(workload: Workload, context: ControlContext<Need>): Breaches;
  container(
    container: Container,
    workload: Workload,
    context: ControlContext<Need>,
  ): Breaches;
}

/** Lifts a rule about a field that the pod and its containers may set, the pod's breaches first. */
export function podAndContainers<Need extends ControlNeed = never>(
  rules: PodAndContainerRules<Need>,
  options: EachContainerOptions = {},
): (workload: Workload, context: ControlContext<Need>) => Judgement {
  const judgeContainers = eachContainer<Need>(
    (container, workload, context) =>
      rules.container(container, workload, context),
    options,
  );
  return (workload, context) => {
    if (options.notOnWindows && workload.isWindows)
      return notApplicable('windows');
    const containers = judgeContainers(workload, context);
    const pod = judgePod(rules, workload, context);
    if (pod === undefined) return containers;
    if (pod.outcome === 'notEvaluated')
      return containers.outcome === 'fail' ? containers : pod;
    return fail([
      ...pod.violations,
      ...(containers.outcome === 'fail' ? containers.violations : []),
    ]);
  };
}

function judgePod<Need extends ControlNeed>(
  rules: PodAndContainerRules<Need>,
  workload: Workload,
  context: ControlContext<Need>,
): Judgement | undefined {
  try {
    const breaches = asBreaches(rules.pod(workload, context));
    if (breaches.length === 0) return undefined;
    return fail(breaches.map(breach => toViolation(breach, workload.specPath)));
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return notEvaluated('parseError', undefined, [malformedViolation(error)]);
  }
}
