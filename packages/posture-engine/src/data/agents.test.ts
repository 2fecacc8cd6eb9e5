import { agentsAt, agentsOf } from './agents';
import { DEFAULT_TABLES } from './defaultTables';

const { agents } = DEFAULT_TABLES;
const DIGEST = `sha256:${'a1'.repeat(32)}`;

function idsOf(image: string): readonly string[] {
  return agentsAt(agents.rows, { image }).map(({ id }) => id);
}

describe('agentsAt', () => {
  it.each<[string, readonly string[]]>([
    ['quay.io/cilium/cilium:v1.18.2', ['cilium']],
    [`registry.example.com:5000/mirror/cilium/cilium@${DIGEST}`, ['cilium']],
    ['cilium/cilium', ['cilium']],
    ['rancher/mirrored-cilium-cilium:v1.18', ['cilium']],
    ['quay.io/cilium/operator-generic:v1.18.2', []],
    ['quay.io/not-cilium/cilium', []],
    ['cilium/cilium/cli', []],
    ['docker.io/calico/node:v3.30', ['calico']],
    ['node:22', []],
    ['example.com/app/node', []],
    [
      '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon/aws-network-policy-agent:v1.2.1',
      ['aws-network-policy-agent'],
    ],
    ['projects.registry.vmware.com/antrea/antrea-agent-ubuntu', ['antrea']],
    ['cr.fluentbit.io/fluent/fluent-bit:4.0', ['fluent-bit']],
    ['gke.gcr.io/fluent-bit:v1', ['fluent-bit']],
    ['registry.aquasec.com/enforcer:2022.4', ['aqua-enforcer']],
    ['example.com/enforcer:1', []],
    ['registry.k8s.io/metrics-server/metrics-server', ['metrics-server']],
    ['{{ .Values.image }}', []],
    ['', []],
  ])('%s is an image of %p', (image, expected) => {
    expect(idsOf(image)).toEqual(expected);
  });
});

describe('agentsAt, asked for one program,', () => {
  const cilium = agents.rows.filter(({ id }) => id === 'cilium');

  it.each([
    ['its image', { image: 'quay.io/cilium/cilium:v1' }, true],
    [
      'its workload, whatever the image is called',
      { image: 'gke.gcr.io/x:1', namespace: 'kube-system', name: 'anetd' },
      true,
    ],
    [
      'a workload of the same name elsewhere',
      { image: 'gke.gcr.io/x:1', namespace: 'shop', name: 'anetd' },
      false,
    ],
    ['nothing', {}, false],
  ])('tells by %s', (_, place, expected) => {
    expect(agentsAt(cilium, place).length === 1).toBe(expected);
  });
});

describe('agentsOf', () => {
  it('answers the programs of one kind', () => {
    expect(agentsOf(agents, 'alerting').map(({ id }) => id)).toEqual([
      'alertmanager',
    ]);
    expect(agentsOf(agents, 'networkPolicy').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['calico', 'cilium', 'kindnet']),
    );
  });
});
