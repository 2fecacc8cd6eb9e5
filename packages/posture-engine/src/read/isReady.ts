import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from './typedReads';

/** True where a pod or node says that its condition `Ready` is true. */
export function isReady({ status }: KubernetesObject): boolean {
  const conditions = isJsonObject(status) ? status.conditions : undefined;
  return (
    Array.isArray(conditions) &&
    conditions.some(
      condition =>
        isJsonObject(condition) &&
        condition.type === 'Ready' &&
        condition.status === 'True',
    )
  );
}
