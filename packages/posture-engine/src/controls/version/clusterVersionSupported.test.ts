import { testControl } from '../../testing';
import { FACTS } from '../../testing/facts';
import { clusterVersionSupported } from './clusterVersionSupported';

const ANY = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const nodeWith = (label: string) => `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { ${label}: x } }`;
const cluster = (serverVersion: string, given = ANY) => ({
  given,
  fromCluster: true,
  serverVersion,
});
const daysAfterTable = (days: number) => Date.UTC(2026, 7, 22 + days);

testControl(clusterVersionSupported, [
  { name: 'supported', ...cluster('v1.36.4'), outcome: 'pass' },
  {
    name: 'past the end of support',
    ...cluster('v1.34.11'),
    outcome: 'fail',
    severity: 'high',
    at: ['version'],
    message: 'support of Kubernetes 1.34 ended on 2026-10-27',
  },
  {
    name: 'the last day of support',
    ...cluster('v1.34.11'),
    now: Date.UTC(2026, 9, 27, 23, 59),
    outcome: 'pass',
    note: 'support of Kubernetes 1.34 ends on 2026-10-27',
  },
  {
    name: 'the day after it',
    ...cluster('v1.34.11'),
    now: Date.UTC(2026, 9, 28),
    outcome: 'fail',
  },
  {
    name: 'newer than the table',
    ...cluster('v1.37.0'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: 'Kubernetes 1.37 is not in the table of 2026-08-22',
  },
  {
    name: 'the dates of EKS beat those of the project',
    ...cluster('v1.34.9-eks-a1b2'),
    outcome: 'pass',
    note: 'support of Amazon EKS 1.34 ends on 2026-12-02',
  },
  {
    name: 'EKS in extended support',
    ...cluster('v1.33.0-eks-a1b2'),
    outcome: 'pass',
    note: 'Amazon EKS 1.33 is in extended support until 2027-07-29',
  },
  {
    name: 'EKS after extended support',
    ...cluster('v1.30.14-eks-a1b2'),
    outcome: 'fail',
    message: 'support of Amazon EKS 1.30 ended on 2026-07-23',
  },
  {
    name: 'AKS by the labels of its nodes, in long-term support',
    ...cluster('v1.33.5', nodeWith('kubernetes.azure.com/cluster')),
    outcome: 'pass',
    note: 'Azure Kubernetes Service 1.33 is supported until 2027-07-31 only where long-term support is switched on',
  },
  {
    name: 'GKE ends where the project goes on',
    ...cluster('v1.34.9-gke.1655001'),
    now: Date.UTC(2026, 9, 10),
    outcome: 'fail',
    message: 'support of Google Kubernetes Engine 1.34 ended on 2026-10-01',
  },
  {
    name: 'OpenShift 4.20, which brings 1.33',
    ...cluster('v1.33.5', nodeWith('node.openshift.io/os_id')),
    outcome: 'pass',
  },
  {
    name: 'K3s follows the project',
    ...cluster('v1.31.1+k3s1'),
    outcome: 'fail',
    message: 'support of Kubernetes 1.31 ended on 2025-11-11',
  },
  {
    name: 'a version without a patch',
    ...cluster('1.35+'),
    outcome: 'pass',
  },
  {
    name: 'garbage',
    ...cluster('garbage'),
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'the version of something else',
    ...cluster('v4.20.1'),
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'nodes that cannot be read',
    ...cluster('v1.36.4'),
    unread: { nodes: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'manifests show no API server',
    given: ANY,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an old table says so',
    ...cluster('v1.36.4'),
    now: daysAfterTable(121),
    outcome: 'pass',
    note: 'judged by facts of 2026-08-22',
  },
  {
    name: 'by a table that is too old nothing passes',
    ...cluster('v1.36.4'),
    now: daysAfterTable(241),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  {
    name: 'what ended stays ended by a table that is too old',
    ...cluster('v1.34.11'),
    now: daysAfterTable(400),
    outcome: 'fail',
  },
  {
    name: 'a site that brought its own dates',
    ...cluster('v1.37.0'),
    tables: {
      ...FACTS,
      supportDates: {
        asOf: '2026-11-01',
        sources: [],
        rows: [
          {
            product: 'kubernetes',
            name: 'Kubernetes',
            link: 'https://example.com',
            cycles: [
              { cycle: '1.37', released: '2026-08-26', ends: '2027-10-28' },
            ],
          },
        ],
      },
    },
    outcome: 'pass',
  },
]);
