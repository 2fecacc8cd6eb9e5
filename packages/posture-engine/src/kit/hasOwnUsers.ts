import { ControlContext } from '../model/control';
import { Workload } from '../model/workload';

/** From here on Pod Security Admission asks less about users of a pod that has its own user namespace. */
const RELAXED_SINCE = 35;

/** True where root in the pod is not root on the node, and the Kubernetes version lets that count. */
export function hasOwnUsers(
  workload: Workload,
  context: Pick<ControlContext, 'kubernetesVersion'>,
): boolean {
  return (
    context.kubernetesVersion.minor >= RELAXED_SINCE &&
    workload.hostUsers === false
  );
}
