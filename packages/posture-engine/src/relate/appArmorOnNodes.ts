import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';
import { memoByList } from './memo';

/** What a kubelet puts into the message of its node's Ready condition, up to Kubernetes 1.30. */
const REPORTED = 'AppArmor enabled';

/** Does any of these nodes say that AppArmor is on? */
export const anyNodeReportsAppArmor = memoByList<KubernetesObject, boolean>(
  nodes => nodes.some(reportsAppArmor),
);

function reportsAppArmor(node: KubernetesObject): boolean {
  const status = isJsonObject(node.status) ? node.status : {};
  const conditions = Array.isArray(status.conditions) ? status.conditions : [];
  return conditions.some(
    (condition: unknown) =>
      isJsonObject(condition) &&
      condition.type === 'Ready' &&
      typeof condition.message === 'string' &&
      condition.message.includes(REPORTED),
  );
}
