import {
  Control,
  GapCollector,
  Inventory,
  listOf,
  NotEvaluatedReason,
  SUBJECT_LISTS,
  SubjectRef,
  SubjectType,
} from 'security-posture-engine';

/** The lists that subjects beside workloads come from, by the kind that a subject of them has. */
const LISTS_OF_KIND = {
  Namespace: ['namespaces'],
  ServiceAccount: ['serviceAccounts'],
  RoleBinding: ['roleBindings'],
  ClusterRoleBinding: ['clusterRoleBindings'],
  Node: ['nodes'],
  Image: SUBJECT_LISTS.image,
} as const;

/** Why subjects of a kind could not be listed, by kind: those that are known are still there. */
export function unreadSubjectKinds(
  inventory: Inventory,
  workloadKinds: ReadonlyMap<string, NotEvaluatedReason>,
): ReadonlyMap<string, NotEvaluatedReason> {
  const unread = new Map(workloadKinds);
  for (const [kind, lists] of Object.entries(LISTS_OF_KIND))
    for (const name of lists) {
      const list = listOf(inventory, name);
      if (!list.read) unread.set(kind, list.reason);
    }
  return unread;
}

/**
 * A control whose subjects could not be listed is a gap of the cluster, even where no such subject is known.
 * Where the Kubernetes version is unknown, that is the reason: nothing is judged then.
 */
export function addSubjectGaps(
  gaps: GapCollector,
  controls: readonly Control[],
  inventory: Inventory,
  cluster: SubjectRef,
): void {
  for (const control of controls) {
    const reason = unreadReason(control.subject, inventory);
    if (!reason) continue;
    gaps.add([
      {
        control: control.id,
        subject: cluster,
        outcome: 'notEvaluated',
        reason: inventory.kubernetesVersion ? reason : 'unsupportedVersion',
        severity: control.severity,
        violations: [],
      },
    ]);
  }
}

/** Workloads have a reason for each of their kinds: those that are missing are told one by one. */
function unreadReason(
  type: SubjectType,
  inventory: Inventory,
): NotEvaluatedReason | undefined {
  if (type === 'workload') return undefined;
  for (const name of SUBJECT_LISTS[type]) {
    const list = listOf(inventory, name);
    if (!list.read) return list.reason;
  }
  return undefined;
}
