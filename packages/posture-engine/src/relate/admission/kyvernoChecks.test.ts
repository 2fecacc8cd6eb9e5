import { testAdmission } from '../../testing/admissionCases';
import { kyvernoPolicy as policy, PODS } from '../../testing/kyvernoCases';

const pattern = (spec: string) =>
  `{ failureAction: Enforce, pattern: { spec: ${spec} } }`;

const PRIVILEGED_PATTERN = pattern(
  '{ "=(initContainers)": [{ "=(securityContext)": { "=(privileged)": "false" } }], containers: [{ "=(securityContext)": { "=(privileged)": "false" } }] }',
);

testAdmission('what a policy of Kyverno checks', [
  {
    name: 'all of a standard',
    given: policy(),
    check: 'hostNetwork',
    expected: 'covers',
  },
  {
    name: 'nothing at the level privileged',
    given: policy({
      validate:
        '{ failureAction: Enforce, podSecurity: { level: privileged } }',
    }),
    expected: 'no',
  },
  {
    name: 'not what it excludes from the standard',
    given: policy({
      validate:
        '{ failureAction: Enforce, podSecurity: { level: restricted, exclude: [{ controlName: Host Namespaces }] } }',
    }),
    check: 'hostPID',
    expected: 'no',
  },
  {
    name: 'the rest of that standard',
    given: policy({
      validate:
        '{ failureAction: Enforce, podSecurity: { level: restricted, exclude: [{ controlName: Host Namespaces }] } }',
    }),
    expected: 'covers',
  },
  {
    name: 'perhaps what it excludes for some images',
    given: policy({
      validate:
        '{ failureAction: Enforce, podSecurity: { level: baseline, exclude: [{ controlName: Privileged Containers, images: ["registry.example.com/agent*"] }] } }',
    }),
    expected: 'unsure',
  },
  {
    name: "what its name says, of Kyverno's own library",
    given: policy({
      name: 'disallow-host-namespaces',
      validate: pattern('{ "=(hostPID)": "false" }'),
    }),
    check: 'hostIPC',
    expected: 'covers',
  },
  {
    name: 'what its pattern says to be false',
    given: policy({ validate: PRIVILEGED_PATTERN }),
    expected: 'covers',
  },
  {
    name: 'not what its pattern says to be true',
    given: policy({
      validate: pattern('{ containers: [{ "=(privileged)": "true" }] }'),
    }),
    expected: 'no',
  },
  {
    name: 'perhaps, where a pattern leaves init containers out',
    given: policy({
      validate: pattern(
        '{ containers: [{ "=(securityContext)": { "=(privileged)": false } }] }',
      ),
    }),
    expected: 'unsure',
  },
  {
    name: 'perhaps, where a pattern has a condition',
    given: policy({
      validate: pattern('{ "(dnsPolicy)": Default, "=(hostPID)": "false" }'),
    }),
    check: 'hostPID',
    expected: 'unsure',
  },
  {
    name: 'what a pattern does not let be there',
    given: policy({ validate: pattern('{ "X(hostIPC)": "null" }') }),
    check: 'hostIPC',
    expected: 'covers',
  },
  {
    name: 'perhaps what another form names',
    given: policy({
      validate:
        '{ failureAction: Enforce, deny: { conditions: { any: [{ key: "{{ request.object.spec.hostPID }}", operator: Equals, value: true }] } } }',
    }),
    check: 'hostPID',
    expected: 'unsure',
  },
  {
    name: 'what its expressions say',
    given: policy({
      validate:
        '{ failureAction: Enforce, cel: { expressions: [{ expression: "!object.spec.?hostPID.orValue(false)" }] } }',
    }),
    check: 'hostPID',
    expected: 'covers',
  },
  {
    name: 'nothing of the node where it is about something else',
    given: policy({
      validate: pattern(
        '{ containers: [{ image: "registry.example.com/*" }] }',
      ),
    }),
    expected: 'no',
  },
]);

const verify = (
  entry: string,
  spec = 'background: false',
) => `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: signed }
spec:
  ${spec}
  rules:
    - name: signed
      match: ${PODS}
      verifyImages: [${entry}]`;
const ATTESTORS = 'attestors: [{ entries: [{ keys: { publicKeys: key } }] }]';

testAdmission('which signatures a policy of Kyverno asks for', [
  {
    name: 'those of an attestor',
    given: verify(
      `{ imageReferences: ["*"], failureAction: Enforce, ${ATTESTORS} }`,
    ),
    check: 'signatures',
    expected: 'covers',
  },
  {
    name: 'by the action of the policy',
    given: verify(
      `{ imageReferences: ["*"], ${ATTESTORS} }`,
      'validationFailureAction: Enforce',
    ),
    check: 'signatures',
    expected: 'covers',
  },
  {
    name: 'none where it audits',
    given: verify(`{ imageReferences: ["*"], ${ATTESTORS} }`),
    check: 'signatures',
    expected: 'no',
  },
  {
    name: 'none without an attestor',
    given: verify('{ imageReferences: ["*"], failureAction: Enforce }'),
    check: 'signatures',
    expected: 'no',
  },
  {
    name: 'none where they are not required',
    given: verify(
      `{ imageReferences: ["*"], failureAction: Enforce, required: false, ${ATTESTORS} }`,
    ),
    check: 'signatures',
    expected: 'no',
  },
]);
