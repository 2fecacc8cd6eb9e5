import { KubernetesObject } from '../model/kubernetesObject';
import { memoByList } from './memo';
import { addTo } from './addTo';

const NONE: readonly KubernetesObject[] = Object.freeze([]);

const byNamespace = memoByList((objects: readonly KubernetesObject[]) => {
  const index = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const namespace = object.metadata.namespace ?? 'default';
    addTo(index, namespace, object);
  }
  return index;
});

/** The objects of a list that are in a namespace. */
export function inNamespace(
  objects: readonly KubernetesObject[],
  namespace: string,
): readonly KubernetesObject[] {
  return byNamespace(objects).get(namespace) ?? NONE;
}
