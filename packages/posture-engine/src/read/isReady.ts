import { KubernetesObject } from '../model/kubernetesObject';
import { hasCondition } from './hasCondition';

/** True where a pod or node says that its condition `Ready` is true. */
export function isReady(object: KubernetesObject): boolean {
  return hasCondition(object, 'Ready');
}
