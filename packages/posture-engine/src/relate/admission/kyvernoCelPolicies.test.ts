import { testAdmission } from '../../testing/admissionCases';

const NO_HOST_PID = '{ expression: "!object.spec.?hostPID.orValue(false)" }';

function policy(
  spec: string,
  { kind = 'ValidatingPolicy', validation = NO_HOST_PID } = {},
): string {
  return `apiVersion: policies.kyverno.io/v1
kind: ${kind}
metadata: { name: pods }
spec:
  ${spec}
  matchConstraints:
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  validations: [${validation}]`;
}

const IMAGES = {
  kind: 'ImageValidatingPolicy',
  validation:
    '{ expression: "images.containers.map(i, verifyImageSignatures(i, [attestors.cosign])).all(e, e > 0)" }',
};

testAdmission('where a ValidatingPolicy of Kyverno refuses', [
  {
    name: 'where it denies',
    given: policy('validationActions: [Deny]'),
    check: 'hostPID',
    expected: 'covers',
  },
  {
    name: 'not what it does not name',
    given: policy('validationActions: [Deny]'),
    check: 'hostIPC',
    expected: 'no',
  },
  {
    name: 'not where it audits',
    given: policy('validationActions: [Audit]'),
    check: 'hostPID',
    expected: 'no',
  },
  {
    name: 'perhaps where it says no action',
    given: policy('failurePolicy: Fail'),
    check: 'hostPID',
    expected: 'unsure',
  },
  {
    name: 'not where it does not work at admission',
    given: policy(
      'validationActions: [Deny]\n  evaluation: { admission: { enabled: false } }',
    ),
    check: 'hostPID',
    expected: 'no',
  },
  {
    name: 'not where it is about other documents than those of Kubernetes',
    given: policy('validationActions: [Deny]\n  evaluation: { mode: JSON }'),
    check: 'hostPID',
    expected: 'no',
  },
  {
    name: 'perhaps where a condition decides',
    given: policy(
      'validationActions: [Deny]\n  matchConditions: [{ name: a, expression: "true" }]',
    ),
    check: 'hostPID',
    expected: 'unsure',
  },
  {
    name: 'perhaps where there is an exception',
    given: `${policy('validationActions: [Deny]')}
---
apiVersion: policies.kyverno.io/v1
kind: PolicyException
metadata: { name: tools, namespace: kyverno }
spec: { policyRefs: [{ name: pods, kind: ValidatingPolicy }] }`,
    check: 'hostPID',
    expected: 'unsure',
  },
  {
    name: 'also where another policy has an exception',
    given: `${policy('validationActions: [Deny]')}
---
apiVersion: policies.kyverno.io/v1
kind: PolicyException
metadata: { name: tools, namespace: kyverno }
spec: { policyRefs: [{ name: other, kind: ValidatingPolicy }] }`,
    check: 'hostPID',
    expected: 'covers',
  },
]);

testAdmission('which signatures an ImageValidatingPolicy asks for', [
  {
    name: 'those that it verifies',
    given: policy('validationActions: [Deny]', IMAGES),
    check: 'signatures',
    expected: 'covers',
  },
  {
    name: 'none where it audits',
    given: policy('validationActions: [Audit]', IMAGES),
    check: 'signatures',
    expected: 'no',
  },
  {
    name: 'none where it verifies nothing',
    given: policy('validationActions: [Deny]', {
      ...IMAGES,
      validation: '{ expression: "images.containers.size() < 5" }',
    }),
    check: 'signatures',
    expected: 'no',
  },
]);
