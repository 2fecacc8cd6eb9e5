import { EvidenceLists } from '../../model/evidence';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { secretsEncryptionAtRest } from './secretsEncryptionAtRest';

const sample = (
  transformation_type: string,
  transformer_prefix: string,
  resource = 'secrets',
  value = 3,
): EvidenceLists['apiServerMetrics'] => ({
  name: 'apiserver_storage_transformation_operations_total',
  labels: { resource, transformation_type, transformer_prefix },
  value,
});
const counted = (...apiServerMetrics: EvidenceLists['apiServerMetrics'][]) => ({
  evidence: { apiServerMetrics },
});
const KMS = 'k8s:enc:kms:v2:vault:';
const FLAG = '--encryption-provider-config=/etc/enc.yaml';
const HIDDEN = { given: NOTHING, fromCluster: true } as const;
const k3sNode = (args: string) => `apiVersion: v1
kind: Node
metadata: { name: server-1, annotations: { k3s.io/node-args: '${args}' } }`;

testControl(secretsEncryptionAtRest, [
  ...flagCases('kube-apiserver', [
    ['set', [FLAG], 'pass', { note: 'from the static pods of 1 node' }],
    ['not set', [], 'fail', { severity: 'high' }],
    ['empty', ['--encryption-provider-config='], 'fail'],
    [
      'set, while older Secrets are still read',
      [FLAG],
      'pass',
      {
        ...counted(sample('from_storage', 'identity')),
        note: /Secrets in plain text are still read: store them again$/,
      },
    ],
  ]),
  {
    name: 'k3s that is told to',
    given: k3sNode('["server","--secrets-encryption"]'),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'k3s that is not',
    given: k3sNode('["server"]'),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'Secrets that are written encrypted',
    ...HIDDEN,
    ...counted(sample('to_storage', KMS)),
    outcome: 'pass',
    note: /^from \/metrics/,
  },
  {
    name: 'Secrets that are read encrypted, which proves that it was on once',
    ...HIDDEN,
    ...counted(sample('from_storage', KMS)),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'other resources that are written encrypted',
    ...HIDDEN,
    ...counted(sample('to_storage', KMS, 'configmaps')),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'a count of 0',
    ...HIDDEN,
    ...counted(sample('to_storage', KMS, 'secrets', 0)),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS of 1.28',
    ...ON_EKS,
    serverVersion: 'v1.28.1-eks-a1b2',
    outcome: 'pass',
  },
  {
    name: 'EKS of 1.27',
    ...ON_EKS,
    serverVersion: 'v1.27.9-eks-a1b2',
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'GKE',
    ...ON_EKS,
    serverVersion: 'v1.35.3-gke.1389000',
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'GKE whose Secrets are written encrypted',
    ...ON_EKS,
    serverVersion: 'v1.35.3-gke.1389000',
    ...counted(sample('to_storage', KMS)),
    outcome: 'pass',
  },
]);
