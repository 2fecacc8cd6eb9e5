import { testAdmission } from '../../testing/admissionCases';

const constraint = (
  spec: string,
  kind = 'K8sPSPPrivilegedContainer',
) => `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: ${kind}
metadata: { name: pods }
spec: ${spec}`;
const match = (rest: string) =>
  constraint(
    `{ match: { kinds: [{ apiGroups: [""], kinds: [Pod] }], ${rest} } }`,
  );

testAdmission('where a constraint of Gatekeeper refuses', [
  {
    name: 'everywhere by default',
    given: constraint('{}'),
    expected: 'covers',
  },
  {
    name: 'nowhere in a dry run',
    given: constraint('{ enforcementAction: dryrun }'),
    expected: 'no',
  },
  {
    name: 'nowhere where it warns',
    given: constraint('{ enforcementAction: warn }'),
    expected: 'no',
  },
  {
    name: 'where a scoped action denies at admission',
    given: constraint(
      '{ enforcementAction: scoped, scopedEnforcementActions: [{ action: deny, enforcementPoints: [{ name: validation.gatekeeper.sh }] }] }',
    ),
    expected: 'covers',
  },
  {
    name: 'nowhere where the scoped action is for audits',
    given: constraint(
      '{ enforcementAction: scoped, scopedEnforcementActions: [{ action: deny, enforcementPoints: [{ name: audit.gatekeeper.sh }] }, { action: warn, enforcementPoints: [{ name: "*" }] }] }',
    ),
    expected: 'no',
  },
  {
    name: 'in namespaces by name',
    given: match('namespaces: ["sh*"]'),
    expected: 'covers',
  },
  {
    name: 'not in other namespaces',
    given: match('namespaces: [billing]'),
    expected: 'no',
  },
  {
    name: 'not in excluded namespaces',
    given: match('excludedNamespaces: ["kube-*", "*op"]'),
    expected: 'no',
  },
  {
    name: 'outside of excluded namespaces',
    given: match('excludedNamespaces: ["kube-*"]'),
    expected: 'covers',
  },
  {
    name: 'by labels of namespaces',
    given: match(
      'namespaceSelector: { matchExpressions: [{ key: team, operator: In, values: [billing] }] }',
    ),
    expected: 'no',
  },
  {
    name: 'perhaps by labels of pods',
    given: match('labelSelector: { matchLabels: { app: web } }'),
    expected: 'unsure',
  },
  {
    name: 'perhaps by name',
    given: match('name: web-*'),
    expected: 'unsure',
  },
  {
    name: 'not of other kinds',
    given: constraint(
      '{ match: { kinds: [{ apiGroups: [apps], kinds: [Deployment] }] } }',
    ),
    expected: 'no',
  },
  {
    name: 'not of what is in no namespace',
    given: match('scope: Cluster'),
    expected: 'no',
  },
  {
    name: 'perhaps where it cannot be read',
    given: constraint('{ match: all }'),
    expected: 'unsure',
  },
]);

testAdmission('what a constraint of Gatekeeper checks', [
  {
    name: 'perhaps, where images are exempt',
    given: constraint('{ parameters: { exemptImages: ["agent:*"] } }'),
    expected: 'unsure',
  },
  {
    name: 'two of the namespaces of the node',
    given: constraint('{}', 'K8sPSPHostNamespace'),
    check: 'hostIPC',
    expected: 'covers',
  },
  {
    name: 'but not the third',
    given: constraint('{}', 'K8sPSPHostNamespace'),
    check: 'hostNetwork',
    expected: 'no',
  },
  {
    name: 'the third, with the ports of the node',
    given: constraint('{}', 'K8sPSPHostNetworkingPorts'),
    check: 'hostNetwork',
    expected: 'covers',
  },
  {
    name: 'unless it allows it',
    given: constraint(
      '{ parameters: { hostNetwork: true, min: 80, max: 9000 } }',
      'K8sPSPHostNetworkingPorts',
    ),
    check: 'hostNetwork',
    expected: 'no',
  },
  {
    name: 'the same under the names of Azure Policy',
    given: constraint('{}', 'K8sAzureV2NoPrivilege'),
    expected: 'covers',
  },
  {
    name: 'nothing of the node where it is about something else',
    given: constraint('{}', 'K8sRequiredLabels'),
    expected: 'no',
  },
  {
    name: 'signatures, by Ratify',
    given: constraint('{}', 'RatifyVerification'),
    check: 'signatures',
    expected: 'covers',
  },
]);
