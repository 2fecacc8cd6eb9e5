import { Judgement, Violation } from '../model/finding';
import {
  NOT_APPLICABLE_REASONS,
  NotApplicableReason,
  NotEvaluatedReason,
} from '../model/outcome';
import { Severity } from '../model/severity';
import { Writable } from '../model/writable';

const NONE: readonly Violation[] = Object.freeze([]);
const PLAIN_PASS: Judgement = Object.freeze({
  outcome: 'pass',
  violations: NONE,
});

const PLAIN_NOT_APPLICABLE = Object.fromEntries(
  Object.keys(NOT_APPLICABLE_REASONS).map(reason => [
    reason,
    Object.freeze({ outcome: 'notApplicable', reason, violations: NONE }),
  ]),
) as Readonly<Record<NotApplicableReason, Judgement>>;

/** The subject meets the requirement; `note` is a word that the pass carries along. */
export function pass(note?: string): Judgement {
  return note ? { outcome: 'pass', note, violations: NONE } : PLAIN_PASS;
}

/** The subject breaks the requirement in at least one place. Built field by field: a sweep makes one for every failure. */
export function fail(
  violations: readonly Violation[],
  rest: { readonly severity?: Severity; readonly note?: string } = {},
): Judgement {
  const judgement: Writable<Judgement> = { outcome: 'fail', violations };
  if (rest.severity) judgement.severity = rest.severity;
  if (rest.note) judgement.note = rest.note;
  const cause = commonCause(violations);
  if (cause) judgement.consequenceOf = cause;
  return judgement;
}

/** The requirement is not about this subject. */
export function notApplicable(
  reason: NotApplicableReason,
  note?: string,
): Judgement {
  return note
    ? { outcome: 'notApplicable', reason, note, violations: NONE }
    : PLAIN_NOT_APPLICABLE[reason];
}

/** The subject could not be judged. Never a pass. */
export function notEvaluated(
  reason: NotEvaluatedReason,
  note?: string,
  violations: readonly Violation[] = NONE,
): Judgement {
  return note
    ? { outcome: 'notEvaluated', reason, note, violations }
    : { outcome: 'notEvaluated', reason, violations };
}

/** The control that causes every one of the violations, where there is one. */
function commonCause(violations: readonly Violation[]): string | undefined {
  const cause = violations[0]?.consequenceOf;
  return cause &&
    violations.every(violation => violation.consequenceOf === cause)
    ? cause
    : undefined;
}
