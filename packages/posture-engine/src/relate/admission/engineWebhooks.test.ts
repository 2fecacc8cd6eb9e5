import { testAdmission } from '../../testing/admissionCases';

const POLICY = `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: pods }
spec:
  rules:
    - name: pods
      match: { any: [{ resources: { kinds: [Pod] } }] }
      validate: { failureAction: Enforce, podSecurity: { level: baseline } }`;

const webhook = (rest: string, resources = '[pods]') => `${POLICY}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: kyverno-resource-validating-webhook-cfg }
webhooks:
  - name: validate.kyverno.svc-fail
    clientConfig: { service: { name: kyverno-svc, namespace: kyverno } }
    rules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: [CREATE], resources: ${resources} }]
    ${rest}`;

testAdmission('policies of an engine that the API server asks', [
  {
    name: 'cover what its webhook is asked about',
    given: webhook('failurePolicy: Fail'),
    fromCluster: true,
    expected: 'covers',
  },
  {
    name: 'do not cover what its webhook is not asked about',
    given: webhook(
      'namespaceSelector: { matchExpressions: [{ key: team, operator: NotIn, values: [sales] }] }',
    ),
    fromCluster: true,
    expected: 'no',
  },
  {
    name: 'do not cover pods where its webhook is about other things',
    given: webhook('failurePolicy: Fail', '[configmaps]'),
    fromCluster: true,
    expected: 'no',
  },
  {
    name: 'may not cover all where its webhook has conditions',
    given: webhook('matchConditions: [{ name: a, expression: "true" }]'),
    fromCluster: true,
    expected: 'unsure',
  },
  {
    name: 'may not cover all where its webhook cannot be read',
    given: webhook('namespaceSelector: all'),
    fromCluster: true,
    expected: 'unsure',
  },
  {
    name: 'may not cover anything in a cluster without its webhook',
    given: POLICY,
    fromCluster: true,
    expected: 'unsure',
  },
  {
    name: 'are believed in manifests, where engines have no webhook yet',
    given: POLICY,
    expected: 'covers',
  },
]);
