import { JsonObject, Manifest } from '../objects/Manifest';

const rbac = 'rbac.authorization.k8s.io';
const bootstrapping = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

const certificateLine =
  'MIIDBTCCAe2gAwIBAgIIDemoClusterNotARealCertificate0000000000000=';
const rootCertificate = `-----BEGIN CERTIFICATE-----
${Array.from({ length: 17 }, () => certificateLine).join('\n')}
-----END CERTIFICATE-----
`;

const readVerbs = ['get', 'list', 'watch'];
const writeVerbs = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const coreKinds = [
  'configmaps',
  'endpoints',
  'events',
  'limitranges',
  'persistentvolumeclaims',
  'pods',
  'pods/log',
  'resourcequotas',
  'serviceaccounts',
  'services',
];
const editedKinds = ['configmaps', 'pods', 'secrets', 'services'];

const infoPaths = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const discoveryPaths = ['/api', '/api/*', '/apis', '/apis/*', '/openapi/*'];

/** The namespaces, service and roles that every cluster begins with. */
export function builtInObjects(): Manifest[] {
  const namespaces = [
    'default',
    'kube-node-lease',
    'kube-public',
    'kube-system',
  ];
  return [
    ...namespaces.map(namespaceManifest),
    apiService(),
    ...clusterRoles(),
    ...clusterRoleBindings(),
  ];
}

/** A namespace that nobody wrote down. */
export function namespaceManifest(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** What Kubernetes puts into every namespace. */
export function namespaceContents(namespace: string): Manifest[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'kube-root-ca.crt', namespace },
      data: { 'ca.crt': rootCertificate },
    },
  ];
}

function apiService(): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      clusterIP: '10.96.0.1',
      ports: [{ name: 'https', port: 443, targetPort: 6443 }],
    },
  };
}

function clusterRoles(): Manifest[] {
  const everything = [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ];
  const view = [{ apiGroups: [''], resources: coreKinds, verbs: readVerbs }];
  const edit = [
    ...view,
    { apiGroups: [''], resources: editedKinds, verbs: writeVerbs },
    {
      apiGroups: ['apps'],
      resources: ['deployments', 'statefulsets', 'daemonsets'],
      verbs: [...readVerbs, ...writeVerbs],
    },
  ];
  const admin = [
    ...edit,
    {
      apiGroups: [rbac],
      resources: ['rolebindings', 'roles'],
      verbs: [...readVerbs, ...writeVerbs],
    },
  ];
  const paths = [...infoPaths, ...discoveryPaths];
  return [
    clusterRole('cluster-admin', everything),
    clusterRole('admin', admin),
    clusterRole('edit', edit),
    clusterRole('view', view),
    clusterRole('system:discovery', [
      { nonResourceURLs: paths, verbs: ['get'] },
    ]),
    clusterRole('system:public-info-viewer', [
      { nonResourceURLs: infoPaths, verbs: ['get'] },
    ]),
  ];
}

function clusterRoleBindings(): Manifest[] {
  const group = (name: string) => ({ kind: 'Group', name });
  return [
    clusterRoleBinding('cluster-admin', [group('system:masters')]),
    clusterRoleBinding('system:discovery', [group('system:authenticated')]),
    clusterRoleBinding('system:public-info-viewer', [
      group('system:authenticated'),
      group('system:unauthenticated'),
    ]),
  ];
}

function clusterRole(name: string, rules: JsonObject[]): Manifest {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: { name, labels: bootstrapping },
    rules,
  };
}

function clusterRoleBinding(name: string, subjects: JsonObject[]): Manifest {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: bootstrapping },
    roleRef: { kind: 'ClusterRole', name },
    subjects,
  };
}
