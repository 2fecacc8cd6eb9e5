import { testAdmission } from '../../testing/admissionCases';
import { kyvernoPolicy as policy } from '../../testing/kyvernoCases';

const exception = (match: string, rule = '"*"') => `${policy()}
---
apiVersion: kyverno.io/v2
kind: PolicyException
metadata: { name: tools, namespace: kyverno }
spec:
  exceptions: [{ policyName: pods, ruleNames: [${rule}] }]
  match: ${match}`;

testAdmission('where a policy of Kyverno refuses', [
  { name: 'everywhere', given: policy(), expected: 'covers' },
  {
    name: 'nowhere by default',
    given: policy({ validate: '{ podSecurity: { level: baseline } }' }),
    expected: 'no',
  },
  {
    name: 'nowhere where it audits',
    given: policy({
      spec: 'validationFailureAction: Audit',
      validate: '{ podSecurity: { level: baseline } }',
    }),
    expected: 'no',
  },
  {
    name: 'by the action of the policy, in the old spelling',
    given: policy({
      spec: 'validationFailureAction: enforce',
      validate: '{ podSecurity: { level: baseline } }',
    }),
    expected: 'covers',
  },
  {
    name: "a rule's own action wins",
    given: policy({
      spec: 'validationFailureAction: Enforce',
      validate: '{ failureAction: Audit, podSecurity: { level: baseline } }',
    }),
    expected: 'no',
  },
  {
    name: 'but for a namespace that an override audits',
    given: policy({
      spec: 'validationFailureActionOverrides: [{ action: Audit, namespaces: ["sh*"] }]',
    }),
    expected: 'no',
  },
  {
    name: 'in a namespace that an override enforces',
    given: policy({
      validate:
        '{ failureAction: Audit, failureActionOverrides: [{ action: Enforce, namespaceSelector: { matchLabels: { team: sales } } }], podSecurity: { level: baseline } }',
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps where the labels that an override asks for are not known',
    given: policy({
      spec: 'validationFailureActionOverrides: [{ action: Audit, namespaceSelector: { matchLabels: { team: sales } } }]',
    }),
    namespace: 'other',
    expected: 'unsure',
  },
  {
    name: 'nowhere where it does not work at admission',
    given: policy({ spec: 'admission: false' }),
    expected: 'no',
  },
  {
    name: 'in the namespace of a Policy',
    given: policy({ kind: 'Policy', namespace: 'shop' }),
    expected: 'covers',
  },
  {
    name: 'nowhere else',
    given: policy({ kind: 'Policy', namespace: 'other' }),
    expected: 'no',
  },
  {
    name: 'in namespaces by name',
    given: policy({
      match:
        '{ all: [{ resources: { kinds: [v1/Pod], namespaces: ["shop*"] } }] }',
    }),
    expected: 'covers',
  },
  {
    name: 'not in a namespace of another name',
    given: policy({
      match: '{ resources: { kinds: [Pod], namespaces: [prod-?] } }',
    }),
    expected: 'no',
  },
  {
    name: 'in namespaces by label',
    given: policy({
      match:
        '{ any: [{ resources: { kinds: ["*"], namespaceSelector: { matchLabels: { team: billing } } } }] }',
    }),
    expected: 'no',
  },
  {
    name: 'perhaps by a label with wildcards',
    given: policy({
      match:
        '{ any: [{ resources: { kinds: [Pod], namespaceSelector: { matchLabels: { team: "s*" } } } }] }',
    }),
    expected: 'unsure',
  },
  {
    name: 'not where it is about Deployments only',
    given: policy({
      match:
        '{ any: [{ resources: { kinds: [Deployment, apps/v1/StatefulSet, Pod/exec] } }] }',
    }),
    expected: 'no',
  },
  {
    name: 'not where it is about deletions only',
    given: policy({
      match: '{ any: [{ resources: { kinds: [Pod], operations: [DELETE] } }] }',
    }),
    expected: 'no',
  },
  {
    name: 'perhaps where pods choose by their labels',
    given: policy({
      match:
        '{ any: [{ resources: { kinds: [Pod], selector: { matchLabels: { app: web } } } }] }',
    }),
    expected: 'unsure',
  },
  {
    name: 'perhaps where it is about some users',
    given: policy({
      match: '{ any: [{ resources: { kinds: [Pod] }, clusterRoles: [edit] }] }',
    }),
    expected: 'unsure',
  },
  {
    name: 'one of several filters is enough',
    given: policy({
      match:
        '{ any: [{ resources: { kinds: [Pod], names: [web] } }, { resources: { kinds: [Pod] } }] }',
    }),
    expected: 'covers',
  },
  {
    name: 'but for what it excludes',
    given: policy({
      rule: 'exclude: { any: [{ resources: { namespaces: [kube-system, shop] } }] }',
    }),
    expected: 'no',
  },
  {
    name: 'also where it excludes others',
    given: policy({
      rule: 'exclude: { any: [{ resources: { namespaces: [kube-system] } }] }',
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps where it excludes some pods',
    given: policy({
      rule: 'exclude: { any: [{ resources: { kinds: [Pod], names: [debug-*] } }] }',
    }),
    expected: 'unsure',
  },
  {
    name: 'an exclusion of other kinds does not matter',
    given: policy({
      rule: 'exclude: { any: [{ resources: { kinds: [Job], namespaces: [shop] } }] }',
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps where it asks for more first',
    given: policy({
      rule: 'preconditions: { all: [{ key: "{{ request.userInfo.username }}", operator: NotEquals, value: ci }] }',
    }),
    expected: 'unsure',
  },
  {
    name: 'where all it asks for is that nothing is deleted',
    given: policy({
      rule: 'preconditions: { all: [{ key: "{{ request.operation || \'BACKGROUND\' }}", operator: NotEquals, value: DELETE }] }',
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps where it cannot be read',
    given: policy({ match: '[Pod]' }),
    expected: 'unsure',
  },
]);

testAdmission('what exceptions take out of a policy of Kyverno', [
  {
    name: 'perhaps something of the namespace that they name',
    given: exception(
      '{ any: [{ resources: { kinds: [Pod], namespaces: [shop] } }] }',
    ),
    expected: 'unsure',
  },
  {
    name: 'nothing of another namespace',
    given: exception(
      '{ any: [{ resources: { kinds: [Pod], namespaces: [tools] } }] }',
    ),
    expected: 'covers',
  },
  {
    name: 'nothing of another rule',
    given: exception('{ any: [{ resources: { kinds: [Pod] } }] }', 'other'),
    expected: 'covers',
  },
  {
    name: 'perhaps something of every policy, where they cannot be read',
    given: exception('none'),
    expected: 'unsure',
  },
]);
