import { hash } from 'node:crypto';
import { Finding } from 'security-posture-engine';
import { SubjectChange } from '../database/SweepStore';

/** Characters of a hash in hex: 128 bits. */
const LENGTH = 32;

/** One hash over all that a sweep stores of a subject, so that an unchanged one is not written. */
export function subjectHash(
  change: Pick<
    SubjectChange,
    'subject' | 'uid' | 'labels' | 'facts' | 'findings' | 'inGap'
  >,
): string {
  const { subject, uid, labels, facts, findings, inGap } = change;
  let text = JSON.stringify([subject.apiVersion, uid, labels, facts]);
  for (const finding of findings)
    text += lineOf(finding, inGap.has(finding.control));
  return hash('sha256', text).slice(0, LENGTH);
}

/** Only what may hold a space or a new line is written as JSON: most findings of most sweeps hold no such thing. */
function lineOf(finding: Finding, inGap: boolean): string {
  const {
    control,
    outcome,
    reason,
    severity,
    note,
    consequenceOf,
    violations,
  } = finding;
  const line = `\n${control} ${outcome} ${reason} ${severity} ${inGap}`;
  return note || consequenceOf || violations.length
    ? line + JSON.stringify([note, consequenceOf, violations])
    : line;
}
