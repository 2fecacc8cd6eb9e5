import {
  DEFAULT_KUBERNETES_VERSION,
  Inventory,
  inventoryOfManifests,
  isJsonObject,
  JsonObject,
  KubernetesObject,
  listed,
  LivePod,
  NotEvaluatedReason,
  SUPPORTING_RESOURCES,
  SupportingResource,
  toKubernetesObject,
  unlisted,
} from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { CollectedCluster } from '../../collect';

/** How what was collected differs from a cluster that answered everything. */
export interface CollectedRest {
  readonly unread?: Partial<Record<SupportingResource, NotEvaluatedReason>>;
  /** A list of reports that was read from the objects; of manifests no such list counts as read. */
  readonly reports?: SupportingResource;
  /** What runs now; nothing where it is not given. */
  readonly livePods?: readonly LivePod[];
  /** Why pods could not be listed. */
  readonly unreadPods?: NotEvaluatedReason;
  readonly unreadKinds?: Readonly<Record<string, NotEvaluatedReason>>;
  readonly serverVersion?: string;
  readonly kubernetesVersion?: Inventory['kubernetesVersion'] | 'unknown';
}

/** The objects of YAML documents. */
export function objectsOf(yaml: string): KubernetesObject[] {
  return parseAllDocuments(yaml)
    .map(document => document.toJS() as unknown)
    .filter(isJsonObject)
    .map(json => toKubernetesObject(json as JsonObject)!);
}

/** What a cluster that holds these objects brings home. */
export function collected(
  yaml: string,
  rest: CollectedRest = {},
): CollectedCluster {
  const inventory = inventoryOfManifests(
    objectsOf(yaml),
    DEFAULT_KUBERNETES_VERSION,
  );
  const workloads = inventory.workloads.read ? inventory.workloads.items : [];
  const unreadKinds = Object.entries(rest.unreadKinds ?? {});
  return {
    inventory: {
      ...inventory,
      kubernetesVersion:
        rest.kubernetesVersion === 'unknown'
          ? undefined
          : inventory.kubernetesVersion,
      supporting: {
        ...inventory.supporting,
        ...reportsOf(yaml, rest),
        ...Object.fromEntries(
          Object.entries(rest.unread ?? {}).map(([name, reason]) => [
            name,
            unlisted(reason),
          ]),
        ),
      },
      livePods: rest.unreadPods
        ? unlisted(rest.unreadPods)
        : listed(rest.livePods ?? []),
      workloads: unreadKinds.length ? unlisted('partial') : inventory.workloads,
    },
    workloads,
    serverVersion: rest.serverVersion ?? 'v1.35.8',
    lists: [{ resource: 'deployments', objects: workloads.length }],
    unreadWorkloadKinds: unreadKinds.map(([kind, reason]) => ({
      resource: 'deployments',
      kind,
      reason,
    })),
  };
}

function reportsOf(yaml: string, { reports }: CollectedRest) {
  if (!reports) return {};
  const { kind } = SUPPORTING_RESOURCES[reports];
  return {
    [reports]: listed(objectsOf(yaml).filter(object => object.kind === kind)),
  };
}

/** A Deployment with one container. */
export function aDeployment(
  name: string,
  container = '',
  { namespace = 'shop', labels = '{}', pod = '' } = {},
): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace}, uid: uid-${name}, labels: ${labels} }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${pod}
      containers: [{ name: ${name}, image: 'registry.example/${name}:1.0'${
    container && `, ${container}`
  } }]
---`;
}

/** Of a container: it runs with all rights of its node. */
export const PRIVILEGED = 'securityContext: { privileged: true }';
