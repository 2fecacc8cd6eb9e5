import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  grouped,
  inCluster,
  inNamespace,
  roleManifest,
  subject,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { workloadSaPrivileges } from './workloadSaPrivileges';

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, containers: [{ name: web }] } } }`;

/** The account `web`, a Deployment that runs as it, and what else there is. */
const account = (rest?: string, podFields = '') =>
  documents(
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }',
    WORKLOAD.replace('containers:', `${podFields} containers:`),
    ...(rest ? [rest] : []),
  );

const projected = (token: string) =>
  `volumes: [{ name: token, projected: { sources: [{ serviceAccountToken: { ${token} } }] } }]`;

testControl(workloadSaPrivileges, [
  {
    name: 'every right',
    given: account(
      documents(bindingManifest('ClusterRole cluster-admin', [WEB_ACCOUNT])),
    ),
    outcome: 'fail',
    severity: 'critical',
    at: ['ClusterRoleBinding binding'],
    message:
      'every verb on every resource in the whole cluster, from ClusterRole "cluster-admin" by ClusterRoleBinding "binding"',
  },
  {
    name: 'reading every Secret',
    given: account(inCluster(core('secrets', 'get'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'reading the Secrets of its namespace',
    given: account(inNamespace('shop', core('secrets', 'get'))),
    outcome: 'fail',
    severity: 'medium',
    at: ['RoleBinding shop/binding'],
    message:
      'get on secrets in namespace "shop", from Role "tested" by RoleBinding "binding"',
  },
  {
    name: 'reading the Secrets of another namespace',
    given: account(inNamespace('other', core('secrets', 'get'))),
    outcome: 'fail',
    severity: 'medium',
    at: ['RoleBinding other/binding'],
  },
  {
    name: 'creating workloads in its namespace',
    given: account(
      inNamespace('shop', grouped('apps', 'deployments', 'create')),
    ),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'the gravest of several bindings',
    given: account(
      documents(
        inNamespace('shop', core('secrets', 'get')),
        roleManifest('escalator', [
          grouped('rbac.authorization.k8s.io', 'clusterroles', 'bind'),
        ]),
        bindingManifest('ClusterRole escalator', [WEB_ACCOUNT]),
      ),
    ),
    outcome: 'fail',
    severity: 'critical',
    at: ['ClusterRoleBinding binding', 'RoleBinding shop/binding'],
  },
  {
    name: 'impersonating the accounts of its namespace',
    given: account(inNamespace('shop', core('serviceaccounts', 'impersonate'))),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a wildcard',
    given: account(
      inNamespace('shop', grouped('example.com', 'widgets', '"*"')),
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'creating tokens',
    given: account(inCluster(core('serviceaccounts/token', 'create'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the kubelets',
    given: account(inCluster(core('nodes/proxy', 'get'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'webhooks',
    given: account(
      inCluster(
        grouped(
          'admissionregistration.k8s.io',
          'mutatingwebhookconfigurations',
          'create',
        ),
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'certificates',
    given: account(
      inCluster(grouped('certificates.k8s.io', 'signers', 'approve')),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'entering pods',
    given: account(inCluster(core('pods/exec', 'create'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'deleting events',
    given: account(inCluster(core('events', 'delete'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'deleting events of their own group',
    given: account(inCluster(grouped('events.k8s.io', 'events', 'delete'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'deleting logs',
    given: account(inCluster(core('pods/log', 'delete'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'writing network policies',
    given: account(
      inCluster(grouped('networking.k8s.io', 'networkpolicies', 'update')),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'patching namespaces',
    given: account(inCluster(core('namespaces', 'patch'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'writing ConfigMaps everywhere',
    given: account(inCluster(core('configmaps', 'update'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'writing the ConfigMap of CoreDNS',
    given: account(
      inCluster(core('configmaps', 'update', 'resourceNames: [coredns]')),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'entering pods by get, at 1.34',
    given: account(inCluster(core('pods/exec', 'get'))),
    outcome: 'fail',
    severity: 'high',
    kubernetesVersion: '1.34',
  },
  {
    name: 'entering pods by get, at 1.35',
    given: account(inCluster(core('pods/exec', 'get'))),
    outcome: 'fail',
    severity: 'medium',
    kubernetesVersion: '1.35',
  },
  {
    name: 'writing ConfigMaps of kube-system',
    given: account(inNamespace('kube-system', core('configmaps', 'create'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'writing ConfigMaps of its namespace',
    given: account(inNamespace('shop', core('configmaps', 'create, update'))),
    outcome: 'pass',
  },
  {
    name: 'writing another ConfigMap of kube-system',
    given: account(
      inNamespace(
        'kube-system',
        core('configmaps', 'update', 'resourceNames: [web]'),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'reading ConfigMaps',
    given: account(inCluster(core('configmaps', 'get, list, watch'))),
    outcome: 'pass',
  },
  {
    name: 'no binding at all',
    given: account(),
    outcome: 'pass',
  },
  {
    name: 'a role that does not exist',
    given: account(bindingManifest('ClusterRole missing', [WEB_ACCOUNT])),
    outcome: 'pass',
  },
  {
    name: 'rights of another account',
    given: account(
      inCluster(
        core('secrets', 'get'),
        '{ kind: ServiceAccount, name: web, namespace: other }',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'rights of all accounts',
    given: account(
      inCluster(
        core('secrets', 'get'),
        subject('Group', 'system:serviceaccounts'),
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'rights of the accounts of the namespace',
    given: account(
      inCluster(
        core('secrets', 'get'),
        subject('Group', 'system:serviceaccounts:shop'),
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'rights of the accounts of another namespace',
    given: account(
      inCluster(
        core('secrets', 'get'),
        subject('Group', 'system:serviceaccounts:other'),
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'rights of all who log in',
    given: account(
      inCluster(
        core('secrets', 'get'),
        subject('Group', 'system:authenticated'),
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'rights by its name as a user',
    given: account(
      inCluster(
        core('secrets', 'get'),
        subject('User', 'system:serviceaccount:shop:web'),
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'automount off in the pod',
    given: account(
      inCluster(core('secrets', 'get')),
      'automountServiceAccountToken: false,',
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: 'no workload of it has a token for the API server',
  },
  {
    name: 'automount off in the account',
    given: account(inCluster(core('secrets', 'get'))).replace(
      'name: web, namespace: shop }',
      'name: web, namespace: shop }\nautomountServiceAccountToken: false',
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'automount off, and a token projected for the API server',
    given: account(
      inCluster(core('secrets', 'get')),
      `automountServiceAccountToken: false, ${projected('path: token')},`,
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'automount off, and a token projected for the issuer of the API server',
    given: account(
      inCluster(core('secrets', 'get')),
      `automountServiceAccountToken: false, ${projected(
        'audience: "https://kubernetes.default.svc.cluster.local", path: token',
      )},`,
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'automount off, and a token projected for another audience',
    given: account(
      inCluster(core('secrets', 'get')),
      `automountServiceAccountToken: false, ${projected(
        'audience: vault, path: token',
      )},`,
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'an account that no workload uses',
    given: documents(
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }',
      inCluster(core('secrets', 'get')),
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: 'no workload runs as it',
  },
  {
    name: 'an account that workloads only name',
    given: documents(WORKLOAD, inCluster(core('secrets', 'get'))),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'an account with what its distribution binds to it',
    given: documents(
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: traefik, namespace: kube-system }',
      WORKLOAD.replace('namespace: shop', 'namespace: kube-system').replace(
        'serviceAccountName: web',
        'serviceAccountName: traefik',
      ),
      roleManifest('traefik-kube-system', [
        core('secrets', 'get, list, watch'),
      ]),
      bindingManifest('ClusterRole traefik-kube-system', [
        '{ kind: ServiceAccount, name: traefik, namespace: kube-system }',
      ]),
    ),
    outcome: 'pass',
    fromCluster: true,
    serverVersion: 'v1.33.1+k3s1',
  },
  {
    name: 'roles that may not be read',
    given: account(inCluster(core('secrets', 'get'))),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'rules of the wrong type',
    given: account(
      documents(
        roleManifest('tested', ['7']),
        bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
      ),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
