import { DEFAULT_TABLES } from '../../data/defaultTables';
import { MissingInput } from '../../evaluate/missingInput';
import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { ControlPlaneNeed, controlPlaneOf } from './controlPlaneOf';

interface Shown {
  readonly staticPods?: readonly KubernetesObject[];
  readonly nodes?: readonly KubernetesObject[];
  readonly openShiftInfrastructures?: readonly KubernetesObject[];
  readonly serverVersion?: string;
}

function context({
  serverVersion,
  ...lists
}: Shown): ControlContext<ControlPlaneNeed> {
  return {
    inventory: {
      staticPods: [],
      nodes: [],
      openShiftInfrastructures: [],
      ...lists,
    },
    serverVersion,
    tables: DEFAULT_TABLES,
  } as unknown as ControlContext<ControlPlaneNeed>;
}

function pod(name: string, namespace: string, labels = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: { containers: [{ name }] },
  };
}

function node(labels: Record<string, string>, providerID?: string) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'one', labels },
    spec: { providerID },
  };
}

const infrastructure = (resourceTags: unknown): KubernetesObject => ({
  apiVersion: 'config.openshift.io/v1',
  kind: 'Infrastructure',
  metadata: { name: 'cluster' },
  status: { platformStatus: { aws: { resourceTags } } },
});
const OPENSHIFT_NODE = node({ 'node.openshift.io/os_id': 'rhcos' });

describe('controlPlaneOf', () => {
  it.each<[string, Shown, string]>([
    [
      'static pods that kubeadm labels',
      { staticPods: [pod('x', 'kube-system', { component: 'etcd' })] },
      'visible',
    ],
    [
      'static pods of kops or Talos',
      {
        staticPods: [pod('x', 'kube-system', { 'k8s-app': 'kube-scheduler' })],
      },
      'visible',
    ],
    [
      'static pods of OpenShift',
      { staticPods: [pod('kube-apiserver', 'openshift-kube-apiserver')] },
      'visible',
    ],
    [
      'static pods on a cluster whose version speaks of a provider',
      {
        staticPods: [pod('kube-apiserver', 'kube-system')],
        serverVersion: 'v1.33.0-eks-a1b2',
      },
      'visible',
    ],
    ['the version of EKS', { serverVersion: 'v1.33.0-eks-a1b2' }, 'eks'],
    ['the version of GKE', { serverVersion: 'v1.35.3-gke.1389000' }, 'gke'],
    [
      'the labels of AKS',
      {
        serverVersion: 'v1.35.2',
        nodes: [node({ 'kubernetes.azure.com/cluster': 'a' })],
      },
      'aks',
    ],
    [
      'a static pod that is none of the control plane, on EKS',
      {
        staticPods: [pod('kube-proxy', 'kube-system')],
        serverVersion: 'v1.33.0-eks-a1b2',
      },
      'eks',
    ],
    [
      'a static pod in a namespace of users, on EKS',
      {
        staticPods: [pod('kube-apiserver', 'shop')],
        serverVersion: 'v1.33.0-eks-a1b2',
      },
      'eks',
    ],
    [
      'ROSA, whose machines Red Hat marks',
      {
        nodes: [OPENSHIFT_NODE],
        openShiftInfrastructures: [
          infrastructure([{ key: 'red-hat-managed', value: 'true' }]),
        ],
      },
      'openshift',
    ],
    [
      'OpenShift of its own',
      {
        nodes: [OPENSHIFT_NODE],
        openShiftInfrastructures: [infrastructure(null)],
      },
      'notVisible',
    ],
    ['k3s', { serverVersion: 'v1.31.1+k3s1' }, 'notVisible'],
    [
      'machines of a cloud alone, as with Kamaji, HyperShift and Gardener',
      { serverVersion: 'v1.35.2', nodes: [node({}, 'aws:///eu-west-1a/i-0')] },
      'notVisible',
    ],
    ['nothing', {}, 'notVisible'],
  ])('%s: %s', (_, shown, expected) => {
    const found = controlPlaneOf(context(shown));
    expect(found.is === 'providerManaged' ? found.provider.id : found.is).toBe(
      expected,
    );
  });

  it('does not guess where static pods were not read', () => {
    const given = context({ serverVersion: 'v1.33.0-eks-a1b2' });
    Object.defineProperty(given.inventory, 'staticPods', {
      get() {
        throw new MissingInput('staticPods', 'forbidden');
      },
    });
    expect(() => controlPlaneOf(given)).toThrow(MissingInput);
  });
});
