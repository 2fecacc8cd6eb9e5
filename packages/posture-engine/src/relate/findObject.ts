import { KubernetesObject } from '../model/kubernetesObject';
import { memoByList } from './memo';

const byName = memoByList(
  (objects: readonly KubernetesObject[]) =>
    new Map(
      objects.map(object => [
        `${object.metadata.namespace ?? 'default'}/${object.metadata.name}`,
        object,
      ]),
    ),
);

/** The object of a list that has this name in a namespace, or undefined. */
export function findObject(
  objects: readonly KubernetesObject[],
  namespace: string,
  name: string,
): KubernetesObject | undefined {
  return byName(objects).get(`${namespace}/${name}`);
}
