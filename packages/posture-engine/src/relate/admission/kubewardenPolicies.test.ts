import { testAdmission } from '../../testing/admissionCases';

const RULES =
  'rules: [{ apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE] }]';

function policy(
  spec = 'mode: protect',
  {
    module = 'registry://ghcr.io/kubewarden/policies/pod-privileged:v1.0.3',
    metadata = '{ name: pods }',
    kind = 'ClusterAdmissionPolicy',
    rules = RULES,
  } = {},
): string {
  return `apiVersion: policies.kubewarden.io/v1
kind: ${kind}
metadata: ${metadata}
spec: { module: "${module}", ${rules}, ${spec} }`;
}

testAdmission('where a policy of Kubewarden refuses', [
  { name: 'everywhere', given: policy(), expected: 'covers' },
  {
    name: 'everywhere where it says no mode',
    given: policy('settings: {}'),
    expected: 'covers',
  },
  {
    name: 'nowhere where it monitors',
    given: policy('mode: monitor'),
    expected: 'no',
  },
  {
    name: 'by labels of namespaces',
    given: policy('namespaceSelector: { matchLabels: { team: billing } }'),
    expected: 'no',
  },
  {
    name: 'perhaps by labels of pods',
    given: policy('objectSelector: { matchLabels: { app: web } }'),
    expected: 'unsure',
  },
  {
    name: 'perhaps where a condition decides',
    given: policy('matchConditions: [{ name: a, expression: "true" }]'),
    expected: 'unsure',
  },
  {
    name: 'in the namespace of an AdmissionPolicy',
    given: policy(undefined, {
      kind: 'AdmissionPolicy',
      metadata: '{ name: pods, namespace: shop }',
    }),
    expected: 'covers',
  },
  {
    name: 'nowhere else',
    given: policy(undefined, {
      kind: 'AdmissionPolicy',
      metadata: '{ name: pods, namespace: other }',
    }),
    expected: 'no',
  },
  {
    name: 'not of other kinds',
    given: policy(undefined, {
      rules:
        'rules: [{ apiGroups: [apps], apiVersions: [v1], resources: [deployments], operations: [CREATE] }]',
    }),
    expected: 'no',
  },
]);

testAdmission('what a policy of Kubewarden checks', [
  {
    name: 'perhaps, where its settings let init containers through',
    given: policy('settings: { skip_init_containers: true }'),
    expected: 'unsure',
  },
  {
    name: 'the namespaces of the node, from a registry with a port, by digest',
    given: policy(undefined, {
      module: `registry://registry.example.com:5000/host-namespaces-psp@sha256:${'a1'.repeat(
        32,
      )}`,
    }),
    check: 'hostNetwork',
    expected: 'covers',
  },
  {
    name: 'signatures',
    given: policy(undefined, {
      module:
        'registry://ghcr.io/kubewarden/policies/verify-image-signatures:v1.0.2',
    }),
    check: 'signatures',
    expected: 'covers',
  },
  {
    name: 'nothing that is known, by another module',
    given: policy(undefined, { module: 'https://example.com/mine.wasm' }),
    expected: 'no',
  },
]);
