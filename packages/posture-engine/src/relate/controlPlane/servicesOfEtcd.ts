import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext, InventoryLists } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  isJsonObject,
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringMapAt,
  stringsAt,
} from '../../read/typedReads';
import { controlPlaneNodes } from './controlPlaneNodes';
import { runsComponent } from './staticPodFlags';

/** The lists in which Services that lead to etcd are looked for. */
export type EtcdServiceNeed =
  | 'services'
  | 'endpointSlices'
  | 'staticPods'
  | 'nodes';

type Lists = ControlContext<EtcdServiceNeed>['inventory'];

const PORT = 2379;
/** OpenShift's own operator keeps one there. */
const PASSED_OVER = 'openshift-etcd';

/**
 * `Service kube-system/etcd`, `EndpointSlice …`: what leads to the client port of the control plane's etcd.
 * Throws MissingInput where Services were not read; endpoints are an addition.
 */
export function servicesOfEtcd(inventory: Lists): readonly string[] {
  const pods = etcdPods(inventory);
  const services = inventory.services.filter(
    service => isLookedAt(service) && pods.some(pod => leadsTo(service, pod)),
  );
  const slices = (unlessMissing(() => inventory.endpointSlices) ?? []).filter(
    slice => isLookedAt(slice) && holdsEtcd(slice, inventory),
  );
  return [...services, ...slices].map(
    ({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`,
  );
}

function isLookedAt({ metadata }: KubernetesObject): boolean {
  return metadata.namespace !== PASSED_OVER;
}

function etcdPods(inventory: Pick<InventoryLists, 'staticPods'>) {
  const pods = unlessMissing(() => inventory.staticPods) ?? [];
  return pods.filter(pod => runsComponent(pod, 'etcd'));
}

function leadsTo(service: KubernetesObject, pod: KubernetesObject): boolean {
  if (service.metadata.namespace !== pod.metadata.namespace) return false;
  const spec = objectOrEmpty(service, 'spec', '');
  const selector = Object.entries(stringMapAt(spec, 'selector', 'spec'));
  const labels = stringMapAt(pod.metadata, 'labels', 'metadata');
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => labels[key] === value) &&
    objectsAt(spec, 'ports', 'spec').some(
      ({ port, targetPort }) => (targetPort ?? port) === PORT,
    )
  );
}

/** A slice without a Service that selects pods is written by hand: its addresses tell. */
function holdsEtcd(slice: KubernetesObject, inventory: Lists): boolean {
  const hasPort = objectsAt(slice, 'ports', '').some(
    ({ port }) => port === PORT,
  );
  return (
    hasPort &&
    !isOfService(slice, inventory) &&
    addressesOf(slice).some(address =>
      controlPlaneAddresses(inventory).has(address),
    )
  );
}

/** Slices of Services with a selector are told by the Service. */
function isOfService(
  { metadata }: KubernetesObject,
  { services }: Lists,
): boolean {
  const name = metadata.labels?.['kubernetes.io/service-name'];
  return services.some(
    service =>
      service.metadata.name === name &&
      service.metadata.namespace === metadata.namespace &&
      isJsonObject(service.spec) &&
      isJsonObject(service.spec.selector) &&
      Object.keys(service.spec.selector).length > 0,
  );
}

function addressesOf(slice: KubernetesObject): readonly string[] {
  return objectsAt(slice, 'endpoints', '').flatMap(endpoint =>
    stringsAt(endpoint, 'addresses', 'endpoints'),
  );
}

function controlPlaneAddresses(inventory: Lists): ReadonlySet<string> {
  const nodes = unlessMissing(() => inventory.nodes) ?? [];
  return new Set(
    controlPlaneNodes(nodes).flatMap(node =>
      objectsAt(
        objectOrEmpty(node, 'status', ''),
        'addresses',
        'status',
      ).flatMap(({ address }: JsonObject) =>
        typeof address === 'string' ? [address] : [],
      ),
    ),
  );
}
