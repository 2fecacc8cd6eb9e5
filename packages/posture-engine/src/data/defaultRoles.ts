import { PolicyRule } from '../model/policyRule';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const ANY = ['*'];

const rule = (
  verbs: readonly string[],
  group: string,
  resources: readonly string[],
  resourceNames: readonly string[] = [],
): PolicyRule => ({
  verbs,
  apiGroups: [group],
  resources,
  resourceNames,
  nonResourceURLs: [],
});
const urls = (
  verbs: readonly string[],
  nonResourceURLs: readonly string[],
): PolicyRule => ({
  verbs,
  apiGroups: [],
  resources: [],
  resourceNames: [],
  nonResourceURLs,
});

const VIEW: readonly PolicyRule[] = [
  rule(READ, '', [
    'configmaps',
    'endpoints',
    'events',
    'limitranges',
    'namespaces',
    'persistentvolumeclaims',
    'pods',
    'pods/log',
    'replicationcontrollers',
    'resourcequotas',
    'serviceaccounts',
    'services',
  ]),
  rule(READ, 'apps', [
    'controllerrevisions',
    'daemonsets',
    'deployments',
    'replicasets',
    'statefulsets',
  ]),
  rule(READ, 'autoscaling', ['horizontalpodautoscalers']),
  rule(READ, 'batch', ['cronjobs', 'jobs']),
  rule(READ, 'discovery.k8s.io', ['endpointslices']),
  rule(READ, 'networking.k8s.io', ['ingresses', 'networkpolicies']),
  rule(READ, 'policy', ['poddisruptionbudgets']),
];

const EDIT: readonly PolicyRule[] = [
  ...VIEW,
  rule([...READ, ...WRITE], '', [
    'pods/attach',
    'pods/exec',
    'pods/portforward',
    'pods/proxy',
    'secrets',
    'services/proxy',
  ]),
  rule(['impersonate'], '', ['serviceaccounts']),
  rule(['create'], '', ['pods/eviction', 'serviceaccounts/token']),
  rule(WRITE, '', [
    'configmaps',
    'events',
    'persistentvolumeclaims',
    'pods',
    'replicationcontrollers',
    'serviceaccounts',
    'services',
  ]),
  rule(WRITE, 'apps', [
    'daemonsets',
    'deployments',
    'replicasets',
    'statefulsets',
  ]),
  rule(WRITE, 'autoscaling', ['horizontalpodautoscalers']),
  rule(WRITE, 'batch', ['cronjobs', 'jobs']),
  rule([...READ, ...WRITE], 'coordination.k8s.io', ['leases']),
  rule(WRITE, 'networking.k8s.io', ['ingresses', 'networkpolicies']),
  rule(WRITE, 'policy', ['poddisruptionbudgets']),
];

const ADMIN: readonly PolicyRule[] = [
  ...EDIT,
  rule(['create'], 'authorization.k8s.io', ['localsubjectaccessreviews']),
  rule([...READ, ...WRITE], 'rbac.authorization.k8s.io', [
    'rolebindings',
    'roles',
  ]),
];

/**
 * Rights that every service account has through its groups: the rules of `system:basic-user`, `system:discovery`,
 * `system:public-info-viewer` and `system:service-account-issuer-discovery`.
 * Source: Kubernetes documentation, "Using RBAC Authorization", API discovery roles; read for 1.36.
 */
export const RIGHTS_OF_EVERY_ACCOUNT: readonly PolicyRule[] = [
  rule(['create'], 'authorization.k8s.io', [
    'selfsubjectaccessreviews',
    'selfsubjectrulesreviews',
  ]),
  rule(['create'], 'authentication.k8s.io', ['selfsubjectreviews']),
  urls(
    ['get'],
    [
      '/.well-known/openid-configuration',
      '/.well-known/openid-configuration/',
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/healthz',
      '/livez',
      '/openapi',
      '/openapi/*',
      '/openid/v1/jwks',
      '/openid/v1/jwks/',
      '/readyz',
      '/version',
      '/version/',
    ],
  ),
];

/**
 * Cluster roles that every API server makes for itself and that service accounts are commonly bound to.
 * Manifests bind them without holding them; a list from a cluster has its own.
 * Source: Kubernetes documentation, "Using RBAC Authorization", default roles; the resources in current API groups.
 */
export const DEFAULT_CLUSTER_ROLES: Readonly<
  Record<string, readonly PolicyRule[]>
> = {
  'cluster-admin': [rule(ANY, '*', ANY), urls(ANY, ANY)],
  admin: ADMIN,
  edit: EDIT,
  view: VIEW,
  'system:auth-delegator': [
    rule(['create'], 'authentication.k8s.io', ['tokenreviews']),
    rule(['create'], 'authorization.k8s.io', ['subjectaccessreviews']),
  ],
  'system:monitoring': [
    urls(
      ['get'],
      ['/healthz', '/healthz/*', '/livez', '/livez/*', '/metrics', '/readyz'],
    ),
  ],
  'system:persistent-volume-provisioner': [
    rule([...READ, 'create', 'delete'], '', ['persistentvolumes']),
    rule([...READ, 'update'], '', ['persistentvolumeclaims']),
    rule(READ, 'storage.k8s.io', ['storageclasses']),
    rule(['watch', 'create', 'patch', 'update'], '', ['events']),
  ],
  'system:node-problem-detector': [
    rule(['get'], '', ['nodes']),
    rule(['patch'], '', ['nodes/status']),
    rule(['create', 'patch', 'update'], '', ['events']),
  ],
  'system:kubelet-api-admin': [
    rule([...READ, 'proxy'], '', ['nodes']),
    rule(ANY, '', ['nodes/log', 'nodes/metrics', 'nodes/proxy', 'nodes/stats']),
  ],
};

/** Roles that every API server makes for itself, by `namespace/name`. */
export const DEFAULT_ROLES: Readonly<Record<string, readonly PolicyRule[]>> = {
  'kube-system/extension-apiserver-authentication-reader': [
    rule(READ, '', ['configmaps'], ['extension-apiserver-authentication']),
  ],
};
