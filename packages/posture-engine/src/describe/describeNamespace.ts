import { inventoryView } from '../evaluate/inventoryView';
import { MissingInput } from '../evaluate/missingInput';
import { unlessMalformed } from '../kit/unlessMalformed';
import { InventoryLists } from '../model/control';
import { Inventory } from '../model/inventory';
import { KubernetesObject } from '../model/kubernetesObject';
import { NotEvaluatedReason } from '../model/outcome';
import { EngineSettings } from '../model/settings';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import {
  EnforceableLevel,
  labelledLevel,
} from '../relate/admission/podSecurityLabels';
import { memoByObject } from '../relate/memo';
import {
  ISOLATION_NEEDS,
  protectionOfWorkload,
} from '../relate/networkPolicies/policiesOfWorkload';
import { DIRECTIONS } from '../relate/networkPolicies/trafficRule';
import { podsOfWorkload } from '../relate/podsOfWorkload';
import { workloadsIn } from '../relate/workloadsIn';

/** How many running pods of a namespace network policies bound. */
export interface BoundedPods {
  readonly total: number;
  /** Of these, pods on the network of their node, which no policy reaches. */
  readonly hostNetwork: number;
  /** Pods into which only the traffic comes that a policy names. */
  readonly ingress: number;
  /** Pods out of which only the traffic goes that a policy names. */
  readonly egress: number;
}

/** What a namespace holds and enforces. */
export interface DescribedNamespace {
  readonly pods?: BoundedPods;
  /** Why the pods are not known, or which policies bound them. */
  readonly unread?: NotEvaluatedReason;
  /** The Pod Security level that its label asks for, where it bears one. */
  readonly enforces?: EnforceableLevel;
  /** True for a namespace of the cluster itself. */
  readonly system?: true;
}

const NEEDS = [...ISOLATION_NEEDS, 'workloads', 'livePods'] as const;

const NO_PODS: BoundedPods = {
  total: 0,
  hostNetwork: 0,
  ingress: 0,
  egress: 0,
};

const viewOf = memoByObject((inventory: Inventory) =>
  inventoryView(inventory, NEEDS),
);

/** What a namespace holds and enforces. */
export function describeNamespace(
  namespace: KubernetesObject,
  inventory: Inventory,
  { systemNamespaces }: Pick<EngineSettings, 'systemNamespaces'>,
): DescribedNamespace {
  const { name } = namespace.metadata;
  const label = unlessMalformed(() => labelledLevel(namespace));
  return {
    ...podsIn(name, viewOf(inventory)),
    ...(label?.isSet ? { enforces: label.level } : {}),
    ...(systemNamespaces.includes(name) ? { system: true as const } : {}),
  };
}

function podsIn(
  name: string,
  inventory: InventoryLists,
): Pick<DescribedNamespace, 'pods' | 'unread'> {
  try {
    return {
      pods: workloadsIn(name, inventory.workloads)
        .map(workload => podsOf(workload, inventory))
        .reduce(addPods, NO_PODS),
    };
  } catch (error) {
    if (error instanceof MissingInput) return { unread: error.reason };
    if (error instanceof MalformedInput) return { unread: 'parseError' };
    throw error;
  }
}

function podsOf(workload: Workload, inventory: InventoryLists): BoundedPods {
  const total = podsOfWorkload(workload.subject, inventory.livePods).length;
  if (total === 0) return NO_PODS;
  if (workload.hostNetwork) return { ...NO_PODS, total, hostNetwork: total };
  const [ingress, egress] = DIRECTIONS.map(direction =>
    protectionOfWorkload(workload, direction, inventory).state === 'refused'
      ? total
      : 0,
  );
  return { total, hostNetwork: 0, ingress, egress };
}

function addPods(left: BoundedPods, right: BoundedPods): BoundedPods {
  return {
    total: left.total + right.total,
    hostNetwork: left.hostNetwork + right.hostNetwork,
    ingress: left.ingress + right.ingress,
    egress: left.egress + right.egress,
  };
}
