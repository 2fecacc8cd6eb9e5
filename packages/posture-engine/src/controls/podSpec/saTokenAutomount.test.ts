import { judgeCase, testControl } from '../../testing';
import { saTokenAutomount } from './saTokenAutomount';

const AT = ['spec.template.spec.automountServiceAccountToken'];
const deployment = (podSpec: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: ${podSpec} } }`;
const WEB = deployment(
  '{ serviceAccountName: web, containers: [{ name: web }] }',
);
const account = (field: string) => `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
${field}`;
const GRANT = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]`;
const livePod = (rest: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, uid: 1b }
spec:
  serviceAccountName: web
  containers: [{ name: web }]
  volumes:
    - name: kube-api-access-x7k2p
      projected:
        sources:
          - serviceAccountToken: { path: token, expirationSeconds: 3607 }
          - configMap: { name: kube-root-ca.crt }
${rest}`;
const given = (...documents: string[]) => documents.join('\n---\n');

testControl(saTokenAutomount, [
  {
    name: 'nothing set and nothing granted',
    given: WEB,
    outcome: 'fail',
    severity: 'medium',
    at: AT,
    message:
      'the token of service account "web" is mounted, and nothing is granted to it',
  },
  {
    name: 'the pod says no',
    given: deployment(
      '{ automountServiceAccountToken: false, containers: [{ name: web }] }',
    ),
    unread: { serviceAccounts: 'forbidden', roles: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'the account says no and the pod is silent (kubescape#1647)',
    given: given(WEB, account('automountServiceAccountToken: false')),
    outcome: 'pass',
  },
  {
    name: 'the pod overrules the account',
    given: given(
      deployment(
        '{ serviceAccountName: web, automountServiceAccountToken: true, containers: [{ name: web }] }',
      ),
      account('automountServiceAccountToken: false'),
    ),
    outcome: 'fail',
    at: AT,
  },
  {
    name: 'null on pod and account is silence',
    given: given(
      deployment(
        '{ serviceAccountName: web, automountServiceAccountToken: null, containers: [{ name: web }] }',
      ),
      account('automountServiceAccountToken: null'),
    ),
    outcome: 'fail',
  },
  {
    name: 'rights make the token needed, and the pass names them',
    given: given(WEB, GRANT),
    outcome: 'pass',
    note: /^needed: get, list, watch .* in the cluster \(ClusterRole view\).* more$/,
  },
  {
    name: 'true on purpose with rights is no alert (envoyproxy/gateway#9037)',
    given: given(
      deployment(
        '{ serviceAccountName: web, automountServiceAccountToken: true, containers: [{ name: web }] }',
      ),
      GRANT,
    ),
    outcome: 'pass',
    note: /^needed/,
  },
  {
    name: 'a right of a group that every account is in counts',
    given: given(
      WEB,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: all, namespace: shop }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: Group, name: "system:serviceaccounts:shop" }]`,
    ),
    outcome: 'pass',
    note: /^needed/,
  },
  {
    name: 'the account "default" fails, whatever it may do',
    given: given(
      deployment('{ containers: [{ name: web }] }'),
      GRANT.replace('name: web, namespace', 'name: default, namespace'),
    ),
    outcome: 'fail',
    message: 'the token of the shared account "default" is mounted',
  },
  {
    name: 'the deprecated field names the account',
    given: given(
      deployment('{ serviceAccount: web, containers: [{ name: web }] }'),
      GRANT,
    ),
    outcome: 'pass',
    note: /^needed/,
  },
  {
    name: 'the volume of admission on a running pod is automount itself',
    given: livePod(''),
    outcome: 'fail',
    at: ['spec.automountServiceAccountToken'],
  },
  {
    name: 'a running pod has its token, whatever the account says today',
    given: given(livePod(''), account('automountServiceAccountToken: false')),
    outcome: 'fail',
  },
  {
    name: "a volume of that name in a template is the author's own",
    given: deployment(
      '{ serviceAccountName: web, containers: [{ name: web }], volumes: [{ name: kube-api-access-x7k2p, projected: { sources: [{ serviceAccountToken: { path: token } }] } }] }',
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'service accounts that cannot be listed, and the pod silent',
    given: WEB,
    unread: { serviceAccounts: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'RBAC that cannot be listed',
    given: WEB,
    unread: { clusterRoleBindings: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given: deployment(
      '{ automountServiceAccountToken: "false", containers: [{ name: web }] }',
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: AT,
  },
]);

it('patches the pod spec, not the account', () => {
  const { violations } = judgeCase(saTokenAutomount, {
    name: 'patch',
    given: WEB,
    outcome: 'fail',
  });
  expect(violations).toHaveLength(1);
  expect(saTokenAutomount.patch?.(violations)).toEqual({
    automountServiceAccountToken: false,
  });
});
