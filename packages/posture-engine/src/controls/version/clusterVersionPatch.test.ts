import { testControl } from '../../testing';
import { clusterVersionPatch } from './clusterVersionPatch';

const ANY = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const nodeWith = (label: string) => `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { ${label}: x } }`;
const cluster = (serverVersion: string, given = ANY) => ({
  given,
  fromCluster: true,
  serverVersion,
});

testControl(clusterVersionPatch, [
  { name: 'the latest patch', ...cluster('v1.36.4'), outcome: 'pass' },
  {
    name: 'one patch behind for long',
    ...cluster('v1.36.3'),
    outcome: 'fail',
    severity: 'medium',
    at: ['version'],
    message: '1.36.4 has been out since 2026-08-20',
  },
  {
    name: 'one patch behind for 30 days',
    ...cluster('v1.36.3'),
    now: Date.UTC(2026, 8, 19),
    outcome: 'pass',
    note: '1.36.4 came out on 2026-08-20',
  },
  {
    name: 'two behind, the latest of which is fresh',
    ...cluster('v1.36.2'),
    now: Date.UTC(2026, 8, 1),
    outcome: 'fail',
    message: '1.36.3 has been out since 2026-07-22',
  },
  {
    name: 'the first release of a minor',
    ...cluster('v1.35.0'),
    outcome: 'fail',
    message: '1.35.1 has been out since 2026-02-10',
  },
  {
    name: 'the last patch of a minor that ended',
    ...cluster('v1.31.14'),
    outcome: 'pass',
  },
  {
    name: 'newer than the table',
    ...cluster('v1.36.7'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: '1.36.7 is not in the table',
  },
  {
    name: 'a minor newer than the table',
    ...cluster('v1.37.0'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: 'the table of 2026-08-22 has no patch releases of Kubernetes 1.37',
  },
  {
    name: 'K3s has the patches of the project',
    ...cluster('v1.35.7+k3s1'),
    outcome: 'fail',
  },
  {
    name: 'a pre-release is before its release',
    ...cluster('v1.36.0-rc.1'),
    outcome: 'fail',
  },
  {
    name: 'EKS has patches of its own',
    ...cluster('v1.35.2-eks-a1b2'),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: /Amazon EKS 1\.35$/,
  },
  {
    name: 'AKS by its nodes',
    ...cluster('v1.35.2', nodeWith('kubernetes.azure.com/cluster')),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  {
    name: 'a managed service without support dates',
    ...cluster('v1.35.2', nodeWith('doks.digitalocean.com/node-id')),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: /DigitalOcean Kubernetes 1\.35$/,
  },
  {
    name: 'OpenShift counts patches of 4.y',
    ...cluster('v1.33.5', nodeWith('node.openshift.io/os_id')),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  {
    name: 'GKE at its latest',
    ...cluster('v1.35.7-gke.1222000'),
    outcome: 'pass',
  },
  {
    name: 'GKE behind its latest for long',
    ...cluster('v1.35.5-gke.100'),
    outcome: 'fail',
    message: '1.35.7-gke.1222000 has been out since 2026-08-20',
  },
  {
    name: 'GKE behind a fresh release, of which no older ones are known',
    ...cluster('v1.35.5-gke.100'),
    now: Date.UTC(2026, 8, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
  {
    name: 'garbage',
    ...cluster('v1.x'),
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'manifests show no API server',
    given: ANY,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'by a table that is too old nothing passes',
    ...cluster('v1.36.4'),
    now: Date.UTC(2027, 4, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
]);
