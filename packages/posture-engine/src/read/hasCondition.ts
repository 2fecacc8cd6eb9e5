import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from './typedReads';

/** True where an object says that a condition of its status is true. */
export function hasCondition(
  { status }: KubernetesObject,
  type: string,
): boolean {
  const conditions = isJsonObject(status) ? status.conditions : undefined;
  return (
    Array.isArray(conditions) &&
    conditions.some(
      condition =>
        isJsonObject(condition) &&
        condition.type === type &&
        condition.status === 'True',
    )
  );
}
