import { apiServerPod } from '../../kit/flags/flagExamples';
import { judgeCase, testControl } from '../../testing';
import { admissionPolicyEngine } from './admissionPolicyEngine';

const namespace = (name = 'shop', level?: string) => `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name}${
  level ? `, labels: { pod-security.kubernetes.io/enforce: ${level} }` : ''
} }`;

const kyverno = (action = 'Enforce', match = 'kinds: [Pod]') => `
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: registries }
spec:
  rules:
    - name: registries
      match: { any: [{ resources: { ${match} } }] }
      validate: { failureAction: ${action}, pattern: { spec: { containers: [{ image: "registry.example.com/*" }] } } }`;

const webhook = (failurePolicy?: string) => `
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: kyverno-resource-validating-webhook-cfg }
webhooks:
  - name: validate.kyverno.svc
    clientConfig: { service: { name: kyverno-svc, namespace: kyverno } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    ${failurePolicy ? `failurePolicy: ${failurePolicy}` : 'sideEffects: None'}`;

const engine = (replicas: number) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: kyverno-admission-controller, namespace: kyverno }
spec:
  replicas: ${replicas}
  template: { spec: { containers: [{ name: kyverno, image: "ghcr.io/kyverno/kyverno:v1.15.2" }] } }`;

const vap = (actions: string, extra = '') => `
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: pods }
spec:
  ${extra}
  matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }
  validations: [{ expression: "object.spec.containers.size() < 5" }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: pods }
spec: { policyName: pods, validationActions: [${actions}] }`;

const given = (...documents: readonly string[]) =>
  documents.join('').replace('\n---\n', '');

testControl(admissionPolicyEngine, [
  {
    name: 'labels on all namespaces but those of the cluster',
    given: given(
      namespace('shop', 'baseline'),
      namespace('billing', 'restricted'),
      namespace('kube-system'),
    ),
    outcome: 'pass',
    note: 'all 2 namespaces enforce a Pod Security Standard',
  },
  {
    name: 'a namespace without a label',
    given: given(namespace('shop', 'baseline'), namespace('billing')),
    outcome: 'fail',
    severity: 'high',
    message: '1 namespace enforces no Pod Security Standard',
  },
  {
    name: 'no namespace but those of the cluster',
    given: given(namespace('kube-system')),
    outcome: 'fail',
    message: 'no policy refuses pods',
  },
  {
    name: 'a namespace with the label privileged',
    given: given(namespace('shop', 'privileged')),
    outcome: 'fail',
  },
  {
    name: 'labels that count for nothing as the plug-in is off',
    given: given(
      namespace('shop', 'baseline'),
      `\n---\n${apiServerPod('--disable-admission-plugins=PodSecurity')}`,
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'labels on all namespaces that are known, where another is named only',
    given: given(namespace('shop', 'baseline'), engine(1)),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a ValidatingAdmissionPolicy that denies, which needs no webhook',
    given: given(namespace(), vap('Deny')),
    fromCluster: true,
    outcome: 'pass',
    note: 'ValidatingAdmissionPolicy refuses pods',
  },
  {
    name: 'a ValidatingAdmissionPolicy that audits',
    given: given(namespace(), vap('Audit, Warn')),
    outcome: 'fail',
    message:
      'ValidatingAdmissionPolicy has policies, but none of them refuses pods',
  },
  {
    name: 'a ValidatingAdmissionPolicy with parameters',
    given: given(
      namespace(),
      vap('Deny', 'paramKind: { apiVersion: v1, kind: ConfigMap }'),
    ),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an engine whose webhook fails closed by default',
    given: given(namespace(), kyverno(), webhook(), engine(1)),
    fromCluster: true,
    outcome: 'pass',
    note: 'Kyverno refuses pods',
  },
  {
    name: 'an engine whose webhook fails open, with one replica',
    given: given(namespace(), kyverno(), webhook('Ignore'), engine(1)),
    fromCluster: true,
    outcome: 'fail',
    message:
      'the webhook of Kyverno lets pods in when it does not answer, and only one replica answers',
  },
  {
    name: 'an engine whose webhook fails open, with three replicas',
    given: given(namespace(), kyverno(), webhook('Ignore'), engine(3)),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'policies that only audit',
    given: given(namespace(), kyverno('Audit'), webhook(), engine(3)),
    fromCluster: true,
    outcome: 'fail',
    message: 'Kyverno has policies, but none of them refuses pods',
  },
  {
    name: 'policies about other things than pods',
    given: given(
      namespace(),
      kyverno('Enforce', 'kinds: [Ingress]'),
      webhook(),
      engine(3),
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'policies about namespaces that are not there',
    given: given(
      namespace(),
      kyverno('Enforce', 'kinds: [Pod], namespaces: [billing]'),
      webhook(),
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'policies without their engine',
    given: given(namespace(), kyverno()),
    fromCluster: true,
    outcome: 'fail',
    message:
      'Kyverno has policies, but neither its webhook nor its pods are in the cluster',
  },
  {
    name: 'policies in manifests, which do not show their engine',
    given: given(namespace(), kyverno()),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'policies in manifests with an engine of several replicas',
    given: given(namespace(), kyverno(), engine(3)),
    outcome: 'pass',
  },
  {
    name: 'an engine without policies',
    given: given(namespace(), webhook(), engine(3)),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'a default that is not visible',
    given: given(namespace()),
    fromCluster: true,
    evidence: {
      apiServerMetrics: [
        {
          name: 'pod_security_evaluations_total',
          labels: { mode: 'enforce', policy_level: 'baseline' },
          value: 3,
        },
      ],
    },
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'policies that may not be read',
    given: given(namespace()),
    unread: { kyvernoClusterPolicies: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'policies that may not be read, where labels answer',
    given: given(namespace('shop', 'baseline')),
    unread: { kyvernoClusterPolicies: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'policies that may not be read, where another engine answers',
    given: given(namespace(), vap('Deny')),
    unread: { kyvernoClusterPolicies: 'forbidden' },
    outcome: 'pass',
  },
]);

it('names twenty of many namespaces', () => {
  const many = Array.from({ length: 30 }, (_, index) => namespace(`n${index}`));
  const { violations } = judgeCase(admissionPolicyEngine, {
    name: 'many',
    given: given(...many),
    outcome: 'fail',
  });
  expect(violations).toHaveLength(1);
  expect(violations[0].actual).toHaveLength(21);
});
