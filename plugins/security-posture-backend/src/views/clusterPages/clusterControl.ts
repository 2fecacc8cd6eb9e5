import {
  ClusterControl,
  ClusterControlNumbers,
} from 'backstage-plugin-security-posture-common';
import { Control, ReasonCode, severityRank } from 'security-posture-engine';

/** How one control stands on a cluster. */
export function clusterControl(
  control: Control,
  numbers: ClusterControlNumbers,
  {
    reason,
    attested,
  }: { readonly reason?: ReasonCode; readonly attested: boolean },
): ClusterControl {
  const state = stateOf(numbers);
  const open = state === 'notEvaluated' || state === 'notApplicable';
  return {
    control: control.id,
    title: control.title,
    failureTitle: control.failureTitle,
    severity: control.severity,
    category: control.category,
    subject: control.subject,
    state,
    ...(open && reason ? { reason } : {}),
    ...numbers,
    attested,
  };
}

const STATES: readonly ClusterControl['state'][] = [
  'failing',
  'notEvaluated',
  'exempted',
  'passing',
  'notApplicable',
];

/** What fails first, the gravest first among them. */
export function failingFirst(
  left: ClusterControl,
  right: ClusterControl,
): number {
  return (
    STATES.indexOf(left.state) - STATES.indexOf(right.state) ||
    severityRank(left.severity) - severityRank(right.severity) ||
    right.failing - left.failing ||
    left.control.localeCompare(right.control)
  );
}

/** The order in which the counts of a posture tell states apart. */
function stateOf(numbers: ClusterControlNumbers): ClusterControl['state'] {
  if (numbers.failing) return 'failing';
  if (numbers.exempted) return 'exempted';
  if (numbers.notEvaluated) return 'notEvaluated';
  return numbers.judged ? 'passing' : 'notApplicable';
}
