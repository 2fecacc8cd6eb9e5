import { testControl } from '../../testing';
import { nodeAccess } from './nodeAccess';

const node = (osImage: string) => `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { osImage: ${osImage} } }`;
const ports = (tcp: string, day = '2026-11-20') => `
---
apiVersion: hostdata.kubescape.cloud/v1beta1
kind: OpenPorts
metadata: { name: worker-1 }
spec: { nodeName: worker-1, tcpPorts: ${tcp} }
status: { lastSensed: "${day}T06:00:00Z" }`;
const SSH =
  '[{ transport: tcp, localAddress: 0.0.0.0, localPort: 22, remotePort: 0 }]';
const LIVE = { fromCluster: true };

testControl(nodeAccess, [
  ...[
    'Talos (v1.11.2)',
    'Bottlerocket OS 1.49.0 (aws-k8s-1.34)',
    'Container-Optimized OS from Google',
  ].map(system => ({
    name: system,
    given: node(system),
    ...LIVE,
    outcome: 'pass' as const,
  })),
  ...['Ubuntu 24.04.3 LTS', 'Flatcar Container Linux 4230.2.1', 'null'].map(
    system => ({
      name: system,
      given: node(system),
      ...LIVE,
      outcome: 'notEvaluated' as const,
      reason: 'manual' as const,
    }),
  ),
  {
    name: 'an immutable system on which SSH was switched on',
    given: `${node('Bottlerocket OS 1.49.0 (aws-k8s-1.34)')}${ports(SSH)}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'port 22 is open',
  },
  {
    name: 'a connection to another node’s SSH server is no server',
    given: `${node('Talos (v1.11.2)')}${ports(
      SSH.replace('remotePort: 0', 'remotePort: 40000'),
    )}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'an old report',
    given: `${node('Talos (v1.11.2)')}${ports(SSH, '2026-11-01')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'a report that cannot be parsed',
    given: `${node('Talos (v1.11.2)')}${ports('7')}`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'reports that were not read',
    given: node('Talos (v1.11.2)'),
    ...LIVE,
    unread: { kubescapeOpenPorts: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'closed, and still only a person knows the firewalls',
    given: `${node('Ubuntu 24.04.3 LTS')}${ports('[]')}`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'the wrong type',
    given: node('7'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a virtual node',
    given:
      'apiVersion: v1\nkind: Node\nmetadata: { name: aci, labels: { type: virtual-kubelet } }',
    ...LIVE,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
