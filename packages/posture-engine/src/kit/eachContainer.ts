import { Container, ContainerKind } from '../model/container';
import { ControlContext } from '../model/control';
import { Judgement, Violation } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { graverSeverity, Severity } from '../model/severity';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import { asBreaches, Breach, Breaches, toViolation } from './breach';
import { gravestSeverity } from './gravestSeverity';
import { fail, notApplicable, notEvaluated, pass } from './judgements';
import { malformedViolation } from './malformedViolation';
import {
  isExemptOnWindows,
  WindowsExemption,
  withWindowsHint,
} from './windowsExemption';

/** Which containers a rule is about, and what holds on Windows. */
export interface EachContainerOptions {
  /** Kinds of container that the rule is about; all by default. */
  readonly kinds?: readonly ContainerKind[];
  /** Given where pods for Windows are `notApplicable(windows)`; empty where they always are. */
  readonly notOnWindows?: WindowsExemption;
}

/** A rule about one container: answers the places that break the control. */
export type ContainerRule<Need extends ControlNeed> = (
  container: Container,
  workload: Workload,
  context: ControlContext<Need>,
) => Breaches;

interface Tally {
  readonly violations: Violation[];
  readonly malformed: Violation[];
  severity: Severity;
}

/**
 * Lifts a rule about one container to the workload: one violation per place, one finding.
 * Ephemeral containers are reported but never scored (severity info), unless Pod Security Admission's verdict is asked for.
 * A value of the wrong type in one container hides no breach of another, and is never a pass.
 */
export function eachContainer<Need extends ControlNeed = never>(
  rule: ContainerRule<Need>,
  options: EachContainerOptions = {},
): (workload: Workload, context: ControlContext<Need>) => Judgement {
  const { kinds } = options;
  return (workload, context) => {
    if (isExemptOnWindows(options.notOnWindows, workload, context))
      return notApplicable('windows');
    const tally: Tally = { violations: [], malformed: [], severity: 'info' };
    for (const container of workload.containers) {
      if (!kinds || kinds.includes(container.kind))
        judgeOne(rule, container, workload, context, tally);
    }
    return withWindowsHint(
      verdict(tally),
      options.notOnWindows,
      workload,
      context,
    );
  };
}

function judgeOne<Need extends ControlNeed>(
  rule: ContainerRule<Need>,
  container: Container,
  workload: Workload,
  context: ControlContext<Need>,
  tally: Tally,
): void {
  try {
    const breaches = asBreaches(rule(container, workload, context));
    if (breaches.length) count(breaches, container, context, tally);
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    tally.malformed.push(malformedViolation(error, container.name));
  }
}

function count(
  breaches: readonly Breach[],
  container: Container,
  context: Pick<ControlContext, 'severity' | 'podSecurityLevel'>,
  tally: Tally,
): void {
  for (const breach of breaches)
    tally.violations.push(toViolation(breach, container.path, container.name));
  if (container.kind === 'ephemeral' && !context.podSecurityLevel) return;
  tally.severity = graverSeverity(
    tally.severity,
    gravestSeverity(breaches, context.severity),
  );
}

function verdict(tally: Tally): Judgement {
  if (tally.violations.length)
    return fail(tally.violations, { severity: tally.severity });
  return tally.malformed.length
    ? notEvaluated('parseError', undefined, tally.malformed)
    : pass();
}
