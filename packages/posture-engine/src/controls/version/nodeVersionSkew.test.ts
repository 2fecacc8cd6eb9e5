import { testControl } from '../../testing';
import { nodeVersionSkew } from './nodeVersionSkew';

const AT = 'status.nodeInfo.kubeletVersion';
const node = (kubeletVersion: string, label = 'role') => `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { ${label}: x } }
status: { nodeInfo: { kubeletVersion: ${kubeletVersion} } }`;
const cluster = (serverVersion: string, given: string) => ({
  given,
  fromCluster: true,
  serverVersion,
});
/** A day on which every minor from 1.25 to 1.28 was supported. */
const AUTUMN_2023 = Date.UTC(2023, 8, 1);

testControl(nodeVersionSkew, [
  {
    name: 'as new as the API server',
    ...cluster('v1.36.4', node('v1.36.4')),
    outcome: 'pass',
  },
  {
    name: 'newer than the API server',
    ...cluster('v1.35.8', node('v1.36.0')),
    outcome: 'fail',
    severity: 'high',
    at: [AT],
    message: 'kubelet 1.36 is newer than the API server (1.35)',
  },
  {
    name: 'a newer patch is not newer',
    ...cluster('v1.36.1', node('v1.36.4')),
    outcome: 'pass',
  },
  {
    name: 'past its support, though near enough',
    ...cluster('v1.36.4', node('v1.34.11')),
    outcome: 'fail',
    at: [AT],
    message: 'support of Kubernetes 1.34 ended on 2026-10-27',
  },
  {
    name: 'four minors older, and past its support',
    ...cluster('v1.36.4', node('v1.32.1')),
    outcome: 'fail',
    at: [AT, AT],
    message:
      'kubelet 1.32 is more than 3 minors older than the API server (1.36)',
  },
  {
    name: 'three minors older, from 1.25 on',
    ...cluster('v1.28.2', node('v1.25.14')),
    now: AUTUMN_2023,
    outcome: 'pass',
    note: 'support of Kubernetes 1.25 ends on 2023-10-27',
  },
  {
    name: 'three minors older, before 1.25',
    ...cluster('v1.27.4', node('v1.24.17')),
    now: Date.UTC(2023, 6, 1),
    outcome: 'fail',
    message:
      'kubelet 1.24 is more than 2 minors older than the API server (1.27)',
  },
  {
    name: 'two minors older, before 1.25',
    ...cluster('v1.26.4', node('v1.24.17')),
    now: Date.UTC(2023, 5, 1),
    outcome: 'pass',
  },
  {
    name: 'the dates of EKS by the version of the kubelet',
    ...cluster('v1.34.9-eks-a1', node('v1.33.5-eks-b2')),
    outcome: 'pass',
    note: 'extended support of Amazon EKS 1.33 ends on 2027-07-29',
  },
  {
    name: 'the dates of AKS by the labels of the node',
    ...cluster('v1.34.9', node('v1.34.5', 'kubernetes.azure.com/agentpool')),
    outcome: 'pass',
    note: 'support of Azure Kubernetes Service 1.34 ends on 2026-11-30',
  },
  {
    name: 'K3s',
    ...cluster('v1.36.1+k3s1', node('v1.36.1+k3s1')),
    outcome: 'pass',
  },
  {
    name: 'newer than the table',
    ...cluster('v1.37.0', node('v1.37.0')),
    outcome: 'notEvaluated',
    reason: 'staleData',
    note: 'Kubernetes 1.37 is not in the table of support dates',
  },
  {
    name: 'newer than the table, and than the API server',
    ...cluster('v1.36.4', node('v1.37.0')),
    outcome: 'fail',
    message: 'kubelet 1.37 is newer than the API server (1.36)',
  },
  {
    name: 'a version that cannot be read',
    ...cluster('v1.36.4', node('latest')),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'no version',
    ...cluster('v1.36.4', node('null')),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'the wrong type',
    ...cluster('v1.36.4', node('1.36')),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [AT],
  },
  {
    name: 'by a table that is too old nothing passes',
    ...cluster('v1.36.4', node('v1.36.4')),
    now: Date.UTC(2027, 4, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
]);
