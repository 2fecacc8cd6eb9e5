import { KubernetesObject } from '../model/kubernetesObject';
import { kubeletVersions } from './kubeletVersions';

function node(status: unknown): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' }, status };
}

const running = (kubeletVersion: unknown) =>
  node({ nodeInfo: { kubeletVersion } });

describe('kubeletVersions', () => {
  it.each([
    ['a plain version', running('v1.21.10'), { minor: 21, patch: 10 }],
    ['a build', running('v1.19.2-gke.301'), { minor: 19, patch: 2 }],
    ['a distribution', running('v1.30.1+k3s1'), { minor: 30, patch: 1 }],
    ['no patch', running('v1.21'), undefined],
    ['another product', running('v2.1.3'), undefined],
    ['a wrong type', running(121), undefined],
    ['no node info', node({}), undefined],
    ['no status', node(undefined), undefined],
  ])('%s', (_, given, version) => {
    expect([...kubeletVersions([given])]).toEqual([['one', version]]);
  });
});
