import { EvidenceLists } from '../../model/evidence';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { encryptionProviderStrength } from './encryptionProviderStrength';

const written = (...prefixes: readonly string[]) => ({
  given: NOTHING,
  fromCluster: true,
  evidence: {
    apiServerMetrics: prefixes.map(transformer_prefix => ({
      name: 'apiserver_storage_transformation_operations_total',
      labels: {
        resource: 'secrets',
        transformation_type: 'to_storage',
        transformer_prefix,
      },
      value: 1,
    })),
  },
});
const reported = (status: string, days = 1) => ({
  given: NOTHING,
  fromCluster: true,
  evidence: {
    imports: [
      {
        kind: 'kube-bench',
        receivedAt: Date.UTC(2026, 10, 21) - days * 24 * 60 * 60 * 1000,
        document: {
          Controls: [
            {
              version: 'cis-1.12',
              tests: [{ results: [{ test_number: '1.2.28', status }] }],
            },
          ],
        },
      },
    ] as EvidenceLists['imports'][],
  },
});

testControl(encryptionProviderStrength, [
  ...[
    ['k8s:enc:kms:v2:vault:', /^from \/metrics: kms:v2$/],
    ['k8s:enc:kms:v1:vault:', /deprecated/],
    ['k8s:enc:secretbox:v1:key:', /secretbox$/],
    ['k8s:enc:aescbc:v1:key:', /padding/],
    ['k8s:enc:aesgcm:v1:key:', /200,000/],
  ].map(([prefix, note]) => ({
    name: `written with ${prefix}`,
    ...written(prefix as string),
    outcome: 'pass' as const,
    note,
  })),
  ...['', 'identity'].map(prefix => ({
    name: `written in plain text (${prefix || 'no prefix'})`,
    ...written(prefix),
    outcome: 'fail' as const,
    message: 'Secrets are written in plain text',
  })),
  {
    name: 'written with a provider that nobody knows',
    ...written('k8s:enc:rot13:v1:key:'),
    outcome: 'fail',
  },
  {
    name: 'written in both ways since the API server started',
    ...written('identity', 'k8s:enc:secretbox:v1:key:'),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  ...flagCases('kube-apiserver', [
    [
      'no configuration at all',
      [],
      'fail',
      { consequenceOf: 'secrets-encryption-at-rest' },
    ],
    [
      'a configuration whose providers nothing shows',
      ['--encryption-provider-config=/etc/enc.yaml'],
      'notEvaluated',
      { reason: 'manual' },
    ],
  ]),
  { name: 'a report that passes', ...reported('PASS'), outcome: 'pass' },
  { name: 'a report that fails', ...reported('FAIL'), outcome: 'fail' },
  {
    name: 'a report that leaves it to a person',
    ...reported('WARN'),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'an old report',
    ...reported('PASS', 100),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  { name: 'EKS', ...ON_EKS, outcome: 'pass' },
  {
    name: 'GKE',
    ...ON_EKS,
    serverVersion: 'v1.35.3-gke.1389000',
    outcome: 'notEvaluated',
    reason: 'manual',
  },
]);
