import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiServerPod, staticPod } from '../../kit/flags/flagExamples';
import { apiserverUserAuth } from './apiserverUserAuth';

const OIDC = '--oidc-issuer-url=https://identity.example.com';

testControl(apiserverUserAuth, [
  ...flagCases('kube-apiserver', [
    ['OpenID Connect', [OIDC], 'pass', { note: /certificates/ }],
    ['a file', ['--authentication-config=/etc/authn.yaml'], 'pass'],
    [
      'a webhook',
      ['--authentication-token-webhook-config-file=/etc/hook.yaml'],
      'pass',
    ],
    [
      'none',
      ['--client-ca-file=/etc/kubernetes/pki/ca.crt'],
      'notEvaluated',
      { reason: 'manual' },
    ],
  ]),
  {
    name: 'one of two API servers',
    given: [apiServerPod(OIDC), staticPod('kube-apiserver', [], 'cp-2')].join(
      '\n---\n',
    ),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  { name: 'EKS', ...ON_EKS, outcome: 'pass', note: /^Amazon EKS signs/ },
  {
    name: 'a provider whose people may sign in otherwise',
    given: `apiVersion: v1
kind: Node
metadata: { name: one, labels: { doks.digitalocean.com/node-id: a } }`,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'nothing visible',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
]);
