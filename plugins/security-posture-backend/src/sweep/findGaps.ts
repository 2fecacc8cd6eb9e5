import {
  Control,
  ControlNeed,
  Finding,
  Inventory,
  NotEvaluatedReason,
} from 'security-posture-engine';

/** Why each control that reads a list which was not read cannot be judged on the whole cluster. */
export function unreadInputs(
  controls: readonly Control[],
  inventory: Inventory,
): ReadonlyMap<string, ReadonlySet<NotEvaluatedReason>> {
  const unread = new Map<string, ReadonlySet<NotEvaluatedReason>>();
  for (const control of controls) {
    const reasons = control.needs.flatMap(
      need => reasonOf(inventory, need) ?? [],
    );
    if (reasons.length) unread.set(control.id, new Set(reasons));
  }
  return unread;
}

/** True for a finding that a gap of the whole cluster explains: one row for all, never one per subject. */
export function isGap(
  finding: Finding,
  unread: ReadonlyMap<string, ReadonlySet<NotEvaluatedReason>>,
): boolean {
  return (
    finding.outcome === 'notEvaluated' &&
    (unread.get(finding.control)?.has(finding.reason as NotEvaluatedReason) ??
      false)
  );
}

function reasonOf(
  inventory: Inventory,
  need: ControlNeed,
): NotEvaluatedReason | undefined {
  const list =
    need === 'workloads' || need === 'livePods'
      ? inventory[need]
      : inventory.supporting[need];
  return list.read ? undefined : list.reason;
}
