import { KubernetesObject } from '../model/kubernetesObject';
import { memoByList } from './memo';
import { NamespaceFacts } from './networkPolicies/podFacts';

/** Every API server adds it to every namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

const factsByName = memoByList(
  (namespaces: readonly KubernetesObject[]) =>
    new Map(
      namespaces.map(({ metadata: { name, labels } }) => [
        name,
        { name, labels: { ...labels, [NAME_LABEL]: name }, complete: true },
      ]),
    ),
);

/** What policies may ask of a namespace. One that is not in the list has more labels than are known. */
export function namespaceFacts(
  name: string,
  namespaces: readonly KubernetesObject[],
): NamespaceFacts {
  return (
    factsByName(namespaces).get(name) ?? {
      name,
      labels: { [NAME_LABEL]: name },
      complete: false,
    }
  );
}
