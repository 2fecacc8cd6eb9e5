import { testControl } from '../../testing';
import { nodeOsSupported } from './nodeOsSupported';

const AT = 'status.nodeInfo.osImage';
const node = (osImage: string, rest = '') => ({
  given: `apiVersion: v1
kind: Node
metadata: { name: n1 }
status: { nodeInfo: { osImage: ${osImage}${rest} } }`,
  fromCluster: true,
  serverVersion: 'v1.36.4',
});

testControl(nodeOsSupported, [
  { name: 'supported', ...node('Ubuntu 24.04.3 LTS'), outcome: 'pass' },
  {
    name: 'over',
    ...node('Amazon Linux 2'),
    outcome: 'fail',
    severity: 'medium',
    at: [AT],
    message: 'support of Amazon Linux 2 ended on 2026-06-30',
  },
  {
    name: 'ends soon',
    ...node('Amazon Linux 2'),
    now: Date.UTC(2026, 5, 1),
    outcome: 'pass',
    note: 'support of Amazon Linux 2 ends on 2026-06-30',
  },
  {
    name: 'long-term support that comes to everyone',
    ...node('Debian GNU/Linux 12 (bookworm)'),
    outcome: 'pass',
    note: 'Debian 12 is in long-term support until 2028-06-30',
  },
  {
    name: 'long-term support that is over too',
    ...node('Debian GNU/Linux 11 (bullseye)'),
    outcome: 'fail',
    message: 'support of Debian 11 ended on 2026-08-31',
  },
  {
    name: 'extended support that has to be bought',
    ...node('Ubuntu 20.04.6 LTS'),
    outcome: 'fail',
    severity: 'low',
    message: 'support of Ubuntu 20.04 ended on 2025-05-31',
    note: 'extended support until 2030-04-02 has to be bought',
  },
  {
    name: 'CoreOS of an OpenShift that is over',
    ...node('Red Hat Enterprise Linux CoreOS 417.94.202501221327-0'),
    outcome: 'fail',
    message: 'support of Red Hat OpenShift 4.17 ended on 2026-04-01',
  },
  {
    name: 'Windows by its build',
    ...node('Windows Server Datacenter', ', kernelVersion: 10.0.25398.1189'),
    outcome: 'fail',
    message: 'support of Windows Server 23h2-ac ended on 2026-05-12',
  },
  {
    name: 'a release newer than the table',
    ...node('Ubuntu 26.10'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: 'Ubuntu 26.10 is not in the table of 2026-08-22',
  },
  ...['Container-Optimized OS from Google', 'Talos (v1.11.2)'].map(name => ({
    name,
    ...node(name),
    outcome: 'notEvaluated' as const,
    reason: 'staleData' as const,
  })),
  {
    name: 'no system',
    ...node('null'),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'the wrong type',
    ...node('7'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'by a table that is too old nothing passes',
    ...node('Ubuntu 24.04.3 LTS'),
    now: Date.UTC(2027, 4, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
]);
