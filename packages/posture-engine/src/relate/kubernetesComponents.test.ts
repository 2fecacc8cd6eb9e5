import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { kubeletsOf, kubeProxiesOf } from './kubernetesComponents';

function node(name: string, nodeInfo: unknown): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    status: { nodeInfo },
  };
}

describe('kubeletsOf', () => {
  it('counts the nodes of each version, and tells Windows apart', () => {
    const kubelets = kubeletsOf([
      node('a', { kubeletVersion: 'v1.35.2', operatingSystem: 'linux' }),
      node('b', { kubeletVersion: 'v1.35.2', operatingSystem: 'windows' }),
      node('c', { kubeletVersion: 'v1.34.1-eks-a1' }),
    ]);
    expect(kubelets.all.map(({ text, nodes }) => [text, nodes])).toEqual([
      ['v1.34.1-eks-a1', 1],
      ['v1.35.2', 2],
    ]);
    expect(kubelets.onWindows.map(({ text, nodes }) => [text, nodes])).toEqual([
      ['v1.35.2', 1],
    ]);
    expect(kubelets.unreadable).toBe(0);
  });

  it.each([
    ['no status', undefined],
    ['garbage', { kubeletVersion: 'latest' }],
    ['the wrong type', { kubeletVersion: 135 }],
    ['nothing', {}],
  ])('does not lose the others for a node with %s', (_, info) => {
    const kubelets = kubeletsOf([
      node('a', info),
      node('b', { kubeletVersion: 'v1.35.2' }),
    ]);
    expect(kubelets.all).toHaveLength(1);
    expect(kubelets.unreadable).toBe(1);
  });
});

describe('kubeProxiesOf', () => {
  const daemonSet = (image: unknown, namespace = 'kube-system') =>
    new Workload({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'kube-proxy', namespace },
      spec: { template: { spec: { containers: [{ name: 'p', image }] } } },
    });

  it.each([
    ['registry.k8s.io/kube-proxy:v1.35.2', 'v1.35.2'],
    [
      '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.34.1-minimal-eksbuild.2',
      'v1.34.1-minimal-eksbuild.2',
    ],
    ['mirror.example.com/k8s/kube-proxy-amd64:v1.33.0', 'v1.33.0'],
  ])('reads %s', (image, text) => {
    expect(kubeProxiesOf([daemonSet(image)]).map(one => one.text)).toEqual([
      text,
    ]);
  });

  it.each([
    ['another program', daemonSet('registry.k8s.io/pause:3.10')],
    ['a tag that is no version', daemonSet('registry.k8s.io/kube-proxy:edge')],
    ['another namespace', daemonSet('registry.k8s.io/kube-proxy:v1.1.1', 'x')],
    ['the wrong type', daemonSet(7)],
  ])('finds none in %s', (_, workload) => {
    expect(kubeProxiesOf([workload])).toEqual([]);
  });
});
