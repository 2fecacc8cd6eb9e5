import { KubernetesObject } from '../model/kubernetesObject';
import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { memoByList } from './memo';
import { podsOfWorkload } from './podsOfWorkload';

/** How pods show that they take part in a service mesh. */
export interface MeshMarks {
  /** The container that the mesh puts beside the program. */
  readonly proxy: string;
  /** Label or annotation of a namespace, as `key=value`, whose new pods get the proxy. */
  readonly injecting: string;
  /** The same of a namespace whose pods take part without one. */
  readonly withoutProxy?: string;
}

/** Istio documentation, "Installing the Sidecar" and "Add workloads to a mesh" (ambient mode). */
export const ISTIO: MeshMarks = {
  proxy: 'istio-proxy',
  injecting: 'istio-injection=enabled',
  withoutProxy: 'istio.io/dataplane-mode=ambient',
};

/** Linkerd documentation, "Automatic Proxy Injection". */
export const LINKERD: MeshMarks = {
  proxy: 'linkerd-proxy',
  injecting: 'linkerd.io/inject=enabled',
};

/** What shows whether a workload takes part in a mesh. */
export interface MeshInventory {
  readonly namespaces: readonly KubernetesObject[];
  readonly livePods: readonly LivePod[];
}

const marksOf = memoByList(
  (namespaces: readonly KubernetesObject[]) =>
    new Map(
      namespaces.map(({ metadata: { name, labels, annotations } }) => [
        name,
        new Set(
          Object.entries({ ...labels, ...annotations }).map(
            ([key, value]) => `${key}=${value}`,
          ),
        ),
      ]),
    ),
);

/**
 * True where every pod of a workload takes part in a mesh: by its template, because all that run have the proxy,
 * or by its namespace, where none runs or none needs a proxy.
 */
export function isMeshed(
  workload: Workload,
  { proxy, injecting, withoutProxy }: MeshMarks,
  inventory: MeshInventory,
): boolean {
  if (workload.containers.some(({ name }) => name === proxy)) return true;
  const marks = marksOf(inventory.namespaces).get(workload.namespace);
  if (withoutProxy && marks?.has(withoutProxy)) return true;
  const running = podsOfWorkload(workload.subject, inventory.livePods);
  return running.length
    ? running.every(({ injected }) =>
        injected.some(({ name }) => name === proxy),
      )
    : marks?.has(injecting) ?? false;
}
