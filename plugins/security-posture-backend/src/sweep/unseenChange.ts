import {
  Control,
  Finding,
  judges,
  GapCollector,
  NotEvaluatedReason,
  SubjectRef,
} from 'security-posture-engine';
import { KnownSubject, SubjectChange } from '../database/SweepStore';
import { subjectHash } from './subjectHash';

/**
 * A subject of a kind that could not be listed is still there, and no control could be judged on it:
 * fails stay and are stale, and gaps of the cluster say why the rest is not evaluated.
 */
export function unseenChange(
  known: KnownSubject,
  reason: NotEvaluatedReason,
  controls: readonly Control[],
  judgedFor: string,
  gaps: GapCollector,
): SubjectChange {
  const subject: SubjectRef = {
    type: known.type,
    apiVersion: known.apiVersion,
    kind: known.kind,
    ...(known.namespace === undefined ? {} : { namespace: known.namespace }),
    name: known.name,
  };
  const findings = controls
    .filter(control => judges(control, known.type))
    .map(control => notEvaluated(control, subject, reason));
  const content = {
    subject,
    ...(known.uid === undefined ? {} : { uid: known.uid }),
    labels: known.labels,
    facts: known.facts,
    findings,
    inGap: gaps.add(findings),
  };
  return {
    key: known.key,
    ...content,
    outcomesHash: subjectHash(content),
    judgedFor,
    proven: new Map(),
  };
}

function notEvaluated(
  control: Control,
  subject: SubjectRef,
  reason: NotEvaluatedReason,
): Finding {
  return {
    control: control.id,
    subject,
    outcome: 'notEvaluated',
    reason,
    severity: control.severity,
    violations: [],
  };
}
