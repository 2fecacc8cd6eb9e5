import { KubernetesObject } from '../model/kubernetesObject';
import { stringAt } from '../read/typedReads';
import { memoByList } from './memo';

const byName = memoByList(
  (classes: readonly KubernetesObject[]) =>
    new Map(classes.map(item => [item.metadata.name, item])),
);

/**
 * The handler of the RuntimeClass of this name; undefined where there is none.
 * Throws MalformedInput where the handler is no string.
 */
export function handlerOf(
  name: string,
  runtimeClasses: readonly KubernetesObject[],
): string | undefined {
  const found = byName(runtimeClasses).get(name);
  return found && stringAt(found, 'handler', '');
}
