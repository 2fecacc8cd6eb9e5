import { testControl } from '../../testing';
import { SHOP, webWith } from '../../testing/policyCases';
import { networkPolicyEffective } from './networkPolicyEffective';

const OLD = '2026-11-20T11:59:59Z';
const YOUNG = '2026-11-20T12:00:01Z';

const policy = (spec: string, made?: string, name = 'policy') =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop${
    made ? `, creationTimestamp: "${made}"` : ''
  } }
spec: ${spec}`;
const given = (...documents: string[]) => webWith(SHOP, ...documents);
const DB = '{ podSelector: { matchLabels: { app: db } } }';
const IDLE =
  'NetworkPolicy shop/policy selects no pod and no workload of the namespace';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  namespace: shop
  labels: { app: web, statefulset.kubernetes.io/pod-name: web-1 }
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
spec: { containers: [{ name: web }] }`;

testControl(networkPolicyEffective, [
  {
    name: 'no policy',
    given: given(),
    outcome: 'pass',
  },
  {
    name: 'selects a template',
    given: given(policy('{ podSelector: { matchLabels: { app: web } } }', OLD)),
    outcome: 'pass',
  },
  {
    name: 'an empty selector',
    given: given(policy('{}', OLD)),
    outcome: 'pass',
  },
  {
    name: 'a selector that only leaves pods out',
    given: given(
      policy(
        '{ podSelector: { matchExpressions: [{ key: app, operator: NotIn, values: [db] }] } }',
        OLD,
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'selects a running pod by a label that its template does not have',
    given: given(
      policy(
        '{ podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: web-1 } } }',
        OLD,
      ),
      POD,
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'selects nothing, older than a day',
    given: given(policy(DB, OLD)),
    fromCluster: true,
    outcome: 'fail',
    severity: 'low',
    at: ['NetworkPolicy shop/policy spec.podSelector'],
    message: IDLE,
  },
  {
    name: 'selects nothing, younger than a day',
    given: given(policy(DB, YOUNG)),
    fromCluster: true,
    outcome: 'pass',
    note: 'NetworkPolicy shop/policy is new and selects nothing yet',
  },
  {
    name: 'selects nothing, of an age that is not known',
    given: given(policy(DB)),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'selects nothing, of an age that cannot be read',
    given: given(policy(DB, 'yesterday')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'selects no template, where running pods may not be listed',
    given: given(policy(DB, OLD)),
    fromCluster: true,
    unread: { livePods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'an old policy that selects nothing beside a young one',
    given: given(policy(DB, YOUNG), policy(DB, OLD, 'old')),
    fromCluster: true,
    outcome: 'fail',
    at: ['NetworkPolicy shop/old spec.podSelector'],
  },
  {
    name: 'the labels of a pod of another namespace',
    given: given(
      policy(DB, OLD),
      POD.replace('namespace: shop', 'namespace: other').replace(
        'app: web',
        'app: db',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    message: IDLE,
  },
  ...['ingress', 'egress'].map(direction => ({
    name: `an empty ${direction} rule`,
    given: given(policy(`{ ${direction}: [{ ports: [{ port: 80 }] }, {}] }`)),
    outcome: 'fail' as const,
    at: [`NetworkPolicy shop/policy spec.${direction}[1]`],
    message: `NetworkPolicy shop/policy allows all ${direction}`,
  })),
  {
    name: 'a rule whose lists are empty',
    given: given(policy('{ ingress: [{ from: [], ports: null }] }')),
    outcome: 'fail',
  },
  {
    name: 'an empty rule of a direction that the policy is not about',
    given: given(policy('{ policyTypes: [Egress], ingress: [{}] }')),
    outcome: 'pass',
  },
  {
    name: 'an open policy and an idle one',
    given: given(policy('{ ingress: [{}] }', OLD, 'open'), policy(DB, OLD)),
    fromCluster: true,
    outcome: 'fail',
    at: [
      'NetworkPolicy shop/open spec.ingress[0]',
      'NetworkPolicy shop/policy spec.podSelector',
    ],
  },
  {
    name: 'an open policy, where running pods are not known',
    given: given(policy('{ ingress: [{}] }', OLD, 'open'), policy(DB, OLD)),
    outcome: 'fail',
    at: ['NetworkPolicy shop/open spec.ingress[0]'],
  },
  {
    name: 'many: the first twenty',
    given: given(
      ...Array.from({ length: 25 }, (_, index) =>
        policy('{ ingress: [{}] }', OLD, `open-${index}`),
      ),
    ),
    outcome: 'fail',
    at: Array.from(
      { length: 21 },
      (_, index) => `NetworkPolicy shop/open-${index} spec.ingress[0]`,
    ),
  },
  {
    name: 'a selector that cannot be read',
    given: given(policy('{ podSelector: { matchLabels: web } }', OLD)),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a namespace without pods',
    given: `${SHOP}\n---\n${policy(DB, OLD)}`,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a namespace of the cluster',
    given: given(policy(DB, OLD)).replace(/shop/g, 'kube-system'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
]);
