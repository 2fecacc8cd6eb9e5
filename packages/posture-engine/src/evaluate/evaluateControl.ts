import { Attestation } from '../model/attestation';
import { Control, ControlContext } from '../model/control';
import { Finding, Judgement } from '../model/finding';
import { JudgedSubject } from '../model/judgedSubject';
import { OUTCOMES } from '../model/outcome';
import { severityRank } from '../model/severity';
import { SubjectRef, SubjectType } from '../model/subject';
import { Writable } from '../model/writable';
import { notEvaluated } from '../kit/judgements';
import { malformedViolation } from '../kit/malformedViolation';
import { MalformedInput } from '../read/malformedInput';
import { attested } from './attested';
import { MissingInput } from './missingInput';

/**
 * Judges one subject by one control. Never throws: a list that was not read, a value of the wrong type
 * and a control that fails, or answers no judgement, are each `notEvaluated` with a reason.
 * Where only a person can answer, an attestation of the control answers.
 */
export function evaluateControl(
  control: Control,
  judged: JudgedSubject,
  context: ControlContext,
  attestation?: Attestation,
): Finding {
  const judgement = judge(control, judged, context);
  return toFinding(
    control,
    judged.subject,
    attestation ? attested(judgement, attestation, context.now) : judgement,
  );
}

function judge(
  control: Control,
  judged: JudgedSubject,
  context: ControlContext,
): Judgement {
  try {
    const judgement = ruleFor(control, judged.subject.type)(judged, context);
    return isJudgement(judgement)
      ? judgement
      : notEvaluated('controlError', 'no judgement');
  } catch (error) {
    if (error instanceof MissingInput)
      return notEvaluated(error.reason, `${error.list} were not read`);
    if (error instanceof MalformedInput)
      return notEvaluated('parseError', undefined, [malformedViolation(error)]);
    return notEvaluated('controlError', errorName(error));
  }
}

/** A rule may be written by others, without types: what it answers is looked at before it counts as a verdict. */
function isJudgement(judgement: Judgement | undefined): boolean {
  if (!judgement || !Array.isArray(judgement.violations)) return false;
  const { outcome, reason } = judgement;
  if (outcome === 'fail' || outcome === 'pass') return true;
  return reason !== undefined && OUTCOMES.includes(outcome);
}

type Rule = (judged: JudgedSubject, context: ControlContext) => Judgement;

/** The evaluator hands each control subjects of its own type, and namespaces to those that judge what is left over there. */
function ruleFor(control: Control, type: SubjectType): Rule {
  return (
    control.subject === type ? control.evaluate : control.evaluateLeftovers
  ) as Rule;
}

/** The name of an error: its message may quote what was read. */
function errorName(error: unknown): string {
  const { name } = (error ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && /^\w{1,60}$/.test(name)
    ? name
    : 'unknown error';
}

/** Built field by field: it is made for every control and subject of a sweep. */
function toFinding(
  control: Control,
  subject: SubjectRef,
  judgement: Judgement,
): Finding {
  const finding: Writable<Finding> = {
    control: control.id,
    subject,
    outcome: judgement.outcome,
    severity: judgement.severity ?? control.severity,
    violations: judgement.violations,
  };
  if (judgement.reason) finding.reason = judgement.reason;
  if (judgement.note) finding.note = judgement.note;
  if (judgement.consequenceOf) finding.consequenceOf = judgement.consequenceOf;
  return finding;
}

/**
 * Findings of one subject with what depends on each other settled:
 * a consequence is never graver than its cause, and names only a cause that fails as well.
 */
export function settleConsequences(
  findings: readonly Finding[],
): readonly Finding[] {
  if (!findings.some(finding => finding.consequenceOf)) return findings;
  const failing = new Map(
    findings
      .filter(finding => finding.outcome === 'fail')
      .map(finding => [finding.control, finding]),
  );
  return findings.map(finding => {
    if (!finding.consequenceOf) return finding;
    const cause = failing.get(finding.consequenceOf);
    if (!cause) {
      const { consequenceOf, ...independent } = finding;
      return independent;
    }
    return severityRank(finding.severity) < severityRank(cause.severity)
      ? { ...finding, severity: cause.severity }
      : finding;
  });
}
