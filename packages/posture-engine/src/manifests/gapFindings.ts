import { Gap } from '../evaluate/gaps';
import { listOf } from '../evaluate/listOf';
import { Control } from '../model/control';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { NotEvaluatedReason } from '../model/outcome';
import { SubjectRef } from '../model/subject';
import { SUBJECT_LISTS } from '../normalize/subjectsOf';
import { needInWords } from './needInWords';

/** The findings of controls whose subjects cannot be listed at all, such as nodes. */
export function unlistedSubjects(
  controls: readonly Control[],
  inventory: Inventory,
  cluster: SubjectRef,
): readonly Finding[] {
  return controls.flatMap(control => {
    const lists = SUBJECT_LISTS[control.subject].map(name =>
      listOf(inventory, name),
    );
    const [first] = lists;
    return first && lists.every(({ read }) => !read) && !first.read
      ? gapFinding(control, first.reason, cluster)
      : [];
  });
}

/** One finding for each control that has a gap, with what the input does not show. */
export function gapFindings(
  gaps: readonly Gap[],
  controls: readonly Control[],
  inventory: Inventory,
  cluster: SubjectRef,
): readonly Finding[] {
  const reasons = new Map(
    [...gaps].reverse().map(({ control, reason }) => [control, reason]),
  );
  return controls.flatMap(control => {
    const reason = reasons.get(control.id);
    if (!reason) return [];
    const unread = [...SUBJECT_LISTS[control.subject], ...control.needs].filter(
      need => !listOf(inventory, need).read,
    );
    const missing =
      unread.length && reason !== 'manual'
        ? {
            note: `not in manifests: ${[
              ...new Set(unread.map(needInWords)),
            ].join(', ')}`,
          }
        : {};
    return { ...gapFinding(control, reason, cluster), ...missing };
  });
}

function gapFinding(
  { id, severity }: Control,
  reason: NotEvaluatedReason,
  subject: SubjectRef,
): Finding {
  return {
    control: id,
    subject,
    outcome: 'notEvaluated',
    reason,
    severity,
    violations: [],
  };
}
