import { testAdmission } from '../../testing/admissionCases';

const PRIVILEGED =
  'object.spec.containers.all(c, !c.?securityContext.privileged.orValue(false)) && object.spec.?initContainers.orValue([]).all(c, !c.?securityContext.privileged.orValue(false))';
const PODS =
  'resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]';

interface Parts {
  readonly match?: string;
  readonly spec?: string;
  readonly expressions?: readonly string[];
  readonly binding?: string;
}

function policy({
  match = PODS,
  spec = 'failurePolicy: Fail',
  expressions = [PRIVILEGED],
  binding = '{ policyName: pods, validationActions: [Deny] }',
}: Parts = {}): string {
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: pods }
spec:
  matchConstraints: { ${match} }
  ${spec}
  validations:
${expressions
  .map(text => `    - expression: ${JSON.stringify(text)}`)
  .join('\n')}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: pods }
spec: ${binding}`;
}

testAdmission('which namespaces a ValidatingAdmissionPolicy covers', [
  { name: 'all', given: policy(), expected: 'covers' },
  {
    name: 'one of which no more than the name is known',
    given: policy(),
    namespace: 'other',
    expected: 'covers',
  },
  {
    name: 'none without a binding',
    given: policy({
      binding: '{ policyName: others, validationActions: [Deny] }',
    }),
    expected: 'no',
  },
  {
    name: 'none where the binding only warns and audits',
    given: policy({
      binding: '{ policyName: pods, validationActions: [Warn, Audit] }',
    }),
    expected: 'no',
  },
  {
    name: 'perhaps where parameters decide',
    given: policy({
      spec: 'paramKind: { apiVersion: v1, kind: ConfigMap }',
      binding:
        '{ policyName: pods, validationActions: [Deny], paramRef: { name: exempt } }',
    }),
    expected: 'unsure',
  },
  {
    name: 'perhaps where a condition decides',
    given: policy({
      spec: 'matchConditions: [{ name: users, expression: "request.userInfo.username != \'ci\'" }]',
    }),
    expected: 'unsure',
  },
  {
    name: 'perhaps where pods choose by their labels',
    given: policy({
      match: `${PODS}, objectSelector: { matchExpressions: [{ key: exempt, operator: DoesNotExist }] }`,
    }),
    expected: 'unsure',
  },
  {
    name: 'an empty selector of objects is none',
    given: policy({ match: `${PODS}, objectSelector: {} ` }),
    expected: 'covers',
  },
  {
    name: 'those that the policy selects',
    given: policy({
      match: `${PODS}, namespaceSelector: { matchLabels: { team: sales } }`,
    }),
    expected: 'covers',
  },
  {
    name: 'none that the policy does not select',
    given: policy({
      match: `${PODS}, namespaceSelector: { matchLabels: { team: billing } }`,
    }),
    expected: 'no',
  },
  {
    name: 'perhaps one whose labels are not known',
    given: policy({
      match: `${PODS}, namespaceSelector: { matchLabels: { team: sales } }`,
    }),
    namespace: 'other',
    expected: 'unsure',
  },
  {
    name: 'by name, which every namespace has as a label',
    given: policy({
      match: `${PODS}, namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } }`,
    }),
    namespace: 'other',
    expected: 'covers',
  },
  {
    name: 'those that the binding selects',
    given: policy({
      binding:
        '{ policyName: pods, validationActions: [Deny], matchResources: { namespaceSelector: { matchExpressions: [{ key: team, operator: NotIn, values: [sales] }] } } }',
    }),
    expected: 'no',
  },
  {
    name: 'none where pods are excluded',
    given: policy({
      match: `${PODS}, excludeResourceRules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }]`,
    }),
    expected: 'no',
  },
  {
    name: 'perhaps where pods of some names are excluded',
    given: policy({
      match: `${PODS}, excludeResourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], resourceNames: [debug] }]`,
    }),
    expected: 'unsure',
  },
  {
    name: 'none where it is about Deployments only',
    given: policy({
      match:
        'resourceRules: [{ apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments] }]',
    }),
    expected: 'no',
  },
  {
    name: 'none where it is about updates only',
    given: policy({
      match:
        'resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [UPDATE], resources: [pods] }]',
    }),
    expected: 'no',
  },
  {
    name: 'perhaps all where it cannot be read',
    given: policy({ match: 'resourceRules: pods' }),
    expected: 'unsure',
  },
  {
    name: 'all where one of two bindings denies',
    given: `${policy({
      binding: '{ policyName: pods, validationActions: [Audit] }',
    })}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: strict }
spec: { policyName: pods, validationActions: [Deny] }`,
    expected: 'covers',
  },
]);

testAdmission('what a ValidatingAdmissionPolicy checks', [
  {
    name: 'not what it does not name',
    given: policy(),
    check: 'hostPID',
    expected: 'no',
  },
  {
    name: 'not privileged containers where it speaks of escalation',
    given: policy({
      expressions: [
        'object.spec.containers.all(c, c.securityContext.allowPrivilegeEscalation == false)',
      ],
    }),
    expected: 'no',
  },
  {
    name: 'perhaps, where init containers are left out',
    given: policy({
      expressions: [
        'object.spec.containers.all(c, !c.?securityContext.privileged.orValue(false))',
      ],
    }),
    expected: 'unsure',
  },
  {
    name: 'by a variable',
    given: policy({
      spec: 'variables: [{ name: all, expression: "object.spec.containers + object.spec.?initContainers.orValue([])" }, { name: bad, expression: "variables.all.filter(c, c.?securityContext.privileged.orValue(false))" }]',
      expressions: ['variables.bad.size() == 0'],
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps, where some images are exempt',
    given: policy({
      expressions: [
        `object.spec.containers.all(c, c.image.startsWith("registry.example.com/agent")) || (${PRIVILEGED})`,
      ],
    }),
    expected: 'unsure',
  },
  {
    name: 'each namespace of the node by its own',
    given: policy({
      expressions: [
        '!object.spec.?hostPID.orValue(false)',
        '!object.spec.?hostNetwork.orValue(false)',
      ],
    }),
    check: 'hostNetwork',
    expected: 'covers',
  },
  {
    name: 'not the namespace that none of its expressions names',
    given: policy({
      expressions: ['!object.spec.?hostPID.orValue(false)'],
    }),
    check: 'hostIPC',
    expected: 'no',
  },
  {
    name: 'variables that name each other end',
    given: policy({
      spec: 'variables: [{ name: a, expression: variables.b }, { name: b, expression: variables.a }]',
      expressions: ['variables.a'],
    }),
    expected: 'no',
  },
]);
