import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  defineClusterControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { MANAGED_CLUSTER } from '../../kit/flags/flagExamples';
import { objectOrEmpty, objectsAt } from '../../read/typedReads';
import { controlPlaneNodes } from '../../relate/controlPlane/controlPlaneNodes';
import {
  CONTROL_PLANE_NEEDS,
  ControlPlaneNeed,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { GuestNeed, guestsOf } from '../../relate/controlPlane/guestsOf';

const MOST_VIOLATIONS = 20;
const KEEPS_OUT = new Set(['NoSchedule', 'NoExecute']);

const node = (name: string, role: string, taints = '') => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { "node-role.kubernetes.io/${role}": "" } }
spec: { taints: [${taints}] }`;

const TAINT =
  '{ key: node-role.kubernetes.io/control-plane, effect: NoSchedule }';

const podOn = (name: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  nodeName: ${name}
  containers: [{ name: web, image: registry.example.com/web }]`;

const CLUSTER = [
  node('cp-1', 'control-plane', TAINT),
  node('worker-1', 'worker'),
];
const SURROUNDINGS = {
  fromCluster: true,
  entities: { web: [{ ref: 'component:default/web', tags: [] }] },
};

export const controlPlaneNodeIsolation = defineClusterControl({
  id: 'control-plane-node-isolation',
  title: 'Services do not run on nodes of the control plane',
  failureTitle: 'Services run on nodes of the control plane',
  why: 'A service that breaks out of its container on such a node has the keys of the whole cluster before it.',
  fix: 'Taint the nodes, and remove the toleration from the workloads that are named:\n\n```sh\nkubectl taint nodes NAME node-role.kubernetes.io/control-plane:NoSchedule\n```\n\nPods that run there already stay until they are deleted.',
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4', 'N5'],
    'nist-800-190': ['4.3.4', '4.3.5'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  ],
  needs: [...CONTROL_PLANE_NEEDS, 'livePods', 'workloads'],
  reads:
    'The nodes with the role label of the control plane (`control-plane`, or `master` as before Kubernetes 1.24), the pods that run on them, and which of their workloads belong to an entity of the catalog. A cluster of one node is for information only.',
  notes:
    'Agents that run on every node by design count where the catalog holds them as entities: an exemption says that this is meant. Nodes without a taint that keeps others out are named in the note of a pass. Without a catalog only pods outside the namespaces of the system can tell that nothing runs there.',
  exampleSurroundings: SURROUNDINGS,
  examples: {
    pass: [[...CLUSTER, podOn('worker-1')].join('\n---\n')],
    fail: [[...CLUSTER, podOn('cp-1')].join('\n---\n')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      {
        given: [...CLUSTER, podOn('cp-1')].join('\n---\n'),
        surroundings: { fromCluster: true },
      },
      {
        given: node('worker-1', 'worker'),
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(_, context: ControlContext<ControlPlaneNeed | GuestNeed>) {
    const { nodes } = context.inventory;
    const isolated = controlPlaneNodes(nodes);
    if (isolated.length === 0) return withoutNodes(context);
    const guests = guestsOf(isolated, context);
    const known = guests.filter(({ entity }) => entity !== undefined);
    if (known.length > 0)
      return fail(
        known.slice(0, MOST_VIOLATIONS).map(({ place, nodeName, entity }) => ({
          path: place,
          field: place,
          message: `${place} of ${entity} runs on node "${nodeName}" of the control plane`,
          expected: 'a node that is not of the control plane',
        })),
        nodes.length === 1
          ? { severity: 'info', note: 'the cluster has one node' }
          : {},
      );
    return guests.length > 0 && !context.entitiesOf
      ? notEvaluated(
          'partial',
          'pods run on nodes of the control plane, and no catalog says whose',
        )
      : pass(noteOf(isolated));
  },
});

function withoutNodes(context: ControlContext<ControlPlaneNeed>) {
  const controlPlane = unlessMissing(() => controlPlaneOf(context));
  return controlPlane?.is === 'providerManaged'
    ? notApplicable(
        'providerManaged',
        `${controlPlane.provider.name} runs the control plane`,
      )
    : notEvaluated('controlPlaneNotVisible', 'no node is marked as its own');
}

function noteOf(nodes: readonly KubernetesObject[]): string | undefined {
  const untainted = nodes.filter(one => !isTainted(one));
  return untainted.length === 0
    ? undefined
    : `no taint keeps pods off ${untainted
        .slice(0, MOST_VIOLATIONS)
        .map(({ metadata }) => metadata.name)
        .join(', ')}`;
}

function isTainted(one: KubernetesObject): boolean {
  const taints = objectsAt(objectOrEmpty(one, 'spec', ''), 'taints', 'spec');
  return taints.some(({ effect }) => KEEPS_OUT.has(String(effect)));
}
