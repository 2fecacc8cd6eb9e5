import { kubeletAnonymousAuth } from '../../controls/node/kubeletAnonymousAuth';
import { evidenceHash } from '../../evaluate/findingKey';
import { judgeFirst, parseExample } from '../../testing';
import { kubeadmNode, sensedNode } from './kubeletExamples';

const ON = 'authentication: { anonymous: { enabled: true } }';

function violationsOf(given: string) {
  const [{ violations }] = judgeFirst(
    [kubeletAnonymousAuth],
    'node',
    parseExample(given),
    { fromCluster: true },
  );
  return violations;
}

describe('judgeKubelet', () => {
  it('shows the same evidence whichever source answers', () => {
    const declared = violationsOf(kubeadmNode(ON));
    const sensed = violationsOf(
      sensedNode('/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml', ON),
    );
    expect(sensed).toHaveLength(1);
    expect(sensed[0].path).not.toBe(declared[0].path);
    expect(evidenceHash(sensed)).toBe(evidenceHash(declared));
  });
});
