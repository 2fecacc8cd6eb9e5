import { Container, ContainerKind } from '../model/container';
import { ControlContext } from '../model/control';
import { Judgement, Violation } from '../model/finding';
import { ControlNeed } from '../model/resources';
import { graverSeverity, Severity } from '../model/severity';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import { asBreaches, Breach, Breaches, toViolation } from './breach';
import { fail, notApplicable, notEvaluated, pass } from './judgements';
import { malformedViolation } from './malformedViolation';

const ALL_KINDS: readonly ContainerKind[] = [
  'init',
  'sidecar',
  'app',
  'ephemeral',
];

/** Which containers a rule is about, and what holds on Windows. */
export interface EachContainerOptions {
  /** Kinds of container that the rule is about; all by default. */
  readonly kinds?: readonly ContainerKind[];
  /** True where the field does not exist on Windows: such pods are `notApplicable(windows)`. */
  readonly notOnWindows?: boolean;
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
  severity: Severity | undefined;
  onlyEphemeral: boolean;
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
  const kinds = options.kinds ?? ALL_KINDS;
  return (workload, context) => {
    if (options.notOnWindows && workload.isWindows)
      return notApplicable('windows');
    const tally: Tally = {
      violations: [],
      malformed: [],
      severity: undefined,
      onlyEphemeral: true,
    };
    for (const container of workload.containers) {
      if (kinds.includes(container.kind))
        judgeOne(rule, container, workload, context, tally);
    }
    return verdict(tally, context.podSecurityLevel !== undefined);
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
    for (const breach of asBreaches(rule(container, workload, context))) {
      count(breach, container, tally);
    }
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    tally.malformed.push(malformedViolation(error, container.name));
  }
}

function count(breach: Breach, container: Container, tally: Tally): void {
  tally.violations.push(toViolation(breach, container.path, container.name));
  if (container.kind !== 'ephemeral') tally.onlyEphemeral = false;
  if (breach.severity && container.kind !== 'ephemeral') {
    tally.severity = tally.severity
      ? graverSeverity(tally.severity, breach.severity)
      : breach.severity;
  }
}

function verdict(tally: Tally, admission: boolean): Judgement {
  if (tally.violations.length) {
    const severity =
      tally.onlyEphemeral && !admission ? 'info' : tally.severity;
    return fail(tally.violations, severity ? { severity } : {});
  }
  return tally.malformed.length
    ? notEvaluated('parseError', undefined, tally.malformed)
    : pass();
}
