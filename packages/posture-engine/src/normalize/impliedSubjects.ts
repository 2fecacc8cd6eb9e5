import { Listed } from '../model/inventory';
import { ObjectSubject } from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { serviceAccountOf } from '../relate/serviceAccountToken';

/** Namespaces that workloads are in and that are not in the list; none where the list was not read. */
export function impliedNamespaces(
  namespaces: Listed<KubernetesObject>,
  workloads: readonly Workload[],
): readonly ObjectSubject[] {
  if (!namespaces.read) return [];
  const known = new Set(namespaces.items.map(({ metadata }) => metadata.name));
  return missing(
    workloads.map(({ namespace }) => ({ key: namespace, name: namespace })),
    known,
  ).map(({ name }) => implied('Namespace', 'namespace', { name }));
}

/** Service accounts that workloads run as and that are not in the list; none where the list was not read. */
export function impliedAccounts(
  accounts: Listed<KubernetesObject>,
  workloads: readonly Workload[],
): readonly ObjectSubject[] {
  if (!accounts.read) return [];
  const known = new Set(
    accounts.items.map(({ metadata }) =>
      accountKey(metadata.namespace ?? 'default', metadata.name),
    ),
  );
  return missing(workloads.flatMap(accountOf), known).map(
    ({ namespace, name }) =>
      implied('ServiceAccount', 'serviceAccount', { namespace, name }),
  );
}

interface Name {
  readonly key: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A pod that names no account runs as `default`. */
function accountOf(workload: Workload): Name[] {
  const name = unlessMalformed(() => serviceAccountOf(workload));
  const { namespace } = workload;
  return name === undefined
    ? []
    : [{ key: accountKey(namespace, name), namespace, name }];
}

function accountKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function missing(
  names: readonly Name[],
  known: ReadonlySet<string>,
): readonly Name[] {
  return [
    ...new Map(
      names
        .filter(({ key }) => !known.has(key))
        .map(name => [name.key, name] as const),
    ).values(),
  ];
}

function implied(
  kind: string,
  type: 'namespace' | 'serviceAccount',
  metadata: { readonly namespace?: string; readonly name: string },
): ObjectSubject {
  return {
    subject: { type, apiVersion: 'v1', kind, ...metadata },
    object: { apiVersion: 'v1', kind, metadata },
    implied: true,
  };
}
