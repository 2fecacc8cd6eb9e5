import { createHash } from 'node:crypto';
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
  const hash = createHash('sha256').update(
    JSON.stringify([subject.apiVersion, uid, labels, facts]),
  );
  for (const finding of findings) {
    hash.update(
      JSON.stringify([
        finding.control,
        finding.outcome,
        finding.reason,
        finding.note,
        finding.severity,
        finding.consequenceOf,
        finding.violations,
        inGap.has(finding.control),
      ]),
    );
  }
  return hash.digest('hex').slice(0, LENGTH);
}
