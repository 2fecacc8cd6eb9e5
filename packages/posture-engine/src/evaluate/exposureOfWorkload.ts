import { InventoryLists } from '../model/control';
import { KubernetesObject } from '../model/kubernetesObject';
import { Inventory, Listed } from '../model/inventory';
import { Workload } from '../model/workload';
import { stringAt, objectOrEmpty } from '../read/typedReads';
import { unlessMalformed } from '../kit/unlessMalformed';
import { Entry } from '../relate/exposure/entry';
import {
  exposureOfService,
  ServiceExposure,
} from '../relate/exposure/exposureOfService';
import { ingressEntries } from '../relate/exposure/ingressEntries';
import { routeEntries } from '../relate/exposure/routeEntries';
import { servicesOfWorkload } from '../relate/exposure/servicesOfWorkload';
import { memoByObject } from '../relate/memo';
import {
  AppliedPolicy,
  ISOLATION_NEEDS,
  policiesOfWorkload,
  protectionOfWorkload,
} from '../relate/networkPolicies/policiesOfWorkload';
import { Protection } from '../relate/networkPolicies/protectionBy';
import { Direction, DIRECTIONS } from '../relate/networkPolicies/trafficRule';
import { inventoryView } from './inventoryView';
import { told } from './told';

const NEEDS = [
  ...ISOLATION_NEEDS,
  'services',
  'ingresses',
  'gateways',
  'httpRoutes',
  'grpcRoutes',
] as const;

type Lists = Pick<InventoryLists, (typeof NEEDS)[number]>;

/** A Service that leads to the pods of a workload. */
export interface ExposedService {
  readonly name: string;
  /** `ClusterIP` where the Service names none. */
  readonly type: string;
  readonly exposure: ServiceExposure;
}

/** How the pods of a workload stand to all traffic of one direction. */
export interface Isolation {
  readonly direction: Direction;
  readonly state: Protection['state'];
}

/** Who can reach a workload and what bounds its traffic. Each part may be untold, with its reason. */
export interface WorkloadExposure {
  readonly services: Listed<ExposedService>;
  readonly ingresses: Listed<Entry>;
  /** Routes of Gateways. */
  readonly routes: Listed<Entry>;
  /** The policies of any kind that select the pods. */
  readonly policies: Listed<AppliedPolicy>;
  /** One of each direction. */
  readonly isolation: Listed<Isolation>;
  /** True where the pods share the network of their node: no policy holds for them. */
  readonly hostNetwork: boolean;
  /** Ports that containers open on their node. */
  readonly hostPorts: readonly number[];
}

const viewOf = memoByObject(
  (inventory: Inventory): Lists => inventoryView(inventory, NEEDS),
);

/** Who can reach a workload of an inventory, by the Services, Ingresses, routes and policies in it. Pure. */
export function exposureOfWorkload(
  workload: Workload,
  inventory: Inventory,
): WorkloadExposure {
  const lists = viewOf(inventory);
  return {
    services: told(() =>
      servicesOfWorkload(workload, lists.services).map(exposedService),
    ),
    ingresses: told(() =>
      ingressEntries(
        servicesOfWorkload(workload, lists.services),
        workload.namespace,
        lists.ingresses,
      ),
    ),
    routes: told(() => routesOf(workload, lists)),
    policies: told(() => policiesOfWorkload(workload, lists)),
    isolation: told(() =>
      DIRECTIONS.map(direction => ({
        direction,
        state: protectionOfWorkload(workload, direction, lists).state,
      })),
    ),
    hostNetwork: unlessMalformed(() => workload.hostNetwork) ?? false,
    hostPorts: unlessMalformed(() => hostPortsOf(workload)) ?? [],
  };
}

function hostPortsOf({ containers }: Workload): readonly number[] {
  const ports = containers.flatMap(container => container.ports);
  return [...new Set(ports.flatMap(({ hostPort }) => hostPort || []))];
}

function routesOf(workload: Workload, lists: Lists): readonly Entry[] {
  const services = servicesOfWorkload(workload, lists.services);
  return [lists.httpRoutes, lists.grpcRoutes].flatMap(routes =>
    routeEntries(services, workload.namespace, routes, () => lists.gateways),
  );
}

function exposedService(service: KubernetesObject): ExposedService {
  const place = `Service ${service.metadata.name}`;
  const spec = objectOrEmpty(service, 'spec', place);
  return {
    name: service.metadata.name,
    type: stringAt(spec, 'type', `${place}.spec`) ?? 'ClusterIP',
    exposure: exposureOfService(service),
  };
}
