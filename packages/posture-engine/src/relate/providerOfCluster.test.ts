import { DEFAULT_TABLES } from '../data/defaultTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { providerOfCluster } from './providerOfCluster';

const { providers } = DEFAULT_TABLES;

function node(
  labels: Record<string, string> | null,
  providerID?: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'n', ...(labels ? { labels } : {}) },
    spec: { providerID },
  };
}

const PLAIN = node({ 'kubernetes.io/os': 'linux' }, 'aws:///eu-west-1a/i-0');

describe('providerOfCluster', () => {
  it.each<[string, string | undefined, KubernetesObject[] | undefined]>([
    ['eks', 'v1.35.2-eks-1a2b3c4', undefined],
    ['gke', 'v1.35.3-gke.1389000', []],
    ['k3s', 'v1.31.1+k3s1', [PLAIN]],
    ['rke2', 'v1.31.1+rke2r1', undefined],
    ['eks', 'v1.35.2', [node({ 'eks.amazonaws.com/nodegroup': 'a' })]],
    ['aks', 'v1.35.2', [PLAIN, node({ 'kubernetes.azure.com/cluster': 'a' })]],
    ['gke', 'v1.35.2', [node({ 'cloud.google.com/gke-nodepool': 'a' })]],
    ['openshift', 'v1.33.5', [node({ 'node.openshift.io/os_id': 'rhcos' })]],
    ['kind', 'v1.35.0', [node({}, 'kind://docker/kind/kind-worker')]],
  ])('knows %s by %s', (expected, serverVersion, nodes) => {
    expect(providerOfCluster(providers, { serverVersion, nodes })?.id).toBe(
      expected,
    );
  });

  it.each<[string, string | undefined, KubernetesObject[] | undefined]>([
    ['a cloud id alone', 'v1.35.2', [PLAIN]],
    ['no labels', 'v1.35.2', [node(null)]],
    ['nothing that was read', undefined, undefined],
    ['a version that only looks alike', 'v1.35.2-weeks', []],
  ])('does not take %s for proof', (_, serverVersion, nodes) => {
    expect(
      providerOfCluster(providers, { serverVersion, nodes }),
    ).toBeUndefined();
  });
});
