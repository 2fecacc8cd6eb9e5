import { DemoCluster } from '../DemoCluster';
import { loadFolder } from '../load/loadFolder';
import { identityOf, JsonObject, Manifest } from '../objects/Manifest';
import { startDemoCluster } from '../startDemoCluster';
import { list } from '../testing/request';
import { LiveCluster, loadLiveCluster } from './loadLiveCluster';
import {
  freshClusterNames,
  writtenCluster,
  WrittenClusterName,
} from './writtenClusters';

interface Subject {
  kind: string;
  name: string;
}

const now = new Date('2026-11-21T12:00:00Z');

/** With mirrors of the static pods of a control plane. */
const selfManaged: WrittenClusterName[] = ['kubeadm', 'kind'];
const components = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
];

const systemNamespaces = [
  'default',
  'gmp-public',
  'gmp-system',
  'kube-node-lease',
  'kube-public',
  'kube-system',
  'local-path-storage',
];

const clusters = new Map<WrittenClusterName, LiveCluster>();
const cluster = (name: WrittenClusterName) => clusters.get(name) as LiveCluster;
const ofKind = (name: WrittenClusterName, ...kinds: string[]) =>
  cluster(name).objects.filter(({ kind }) => kinds.includes(kind));
const namesOf = (objects: Manifest[]) =>
  objects.map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`);

beforeAll(async () => {
  for (const name of freshClusterNames) {
    clusters.set(name, await loadLiveCluster(name, now));
  }
});

describe.each(freshClusterNames)('a fresh %s cluster', name => {
  it('is written without repetition', async () => {
    const { folders } = writtenCluster(name);
    const written = (await Promise.all(folders.map(loadFolder))).flat();
    const identities = written.map(({ apiVersion, kind, metadata }) =>
      identityOf({ apiVersion, kind, ...metadata }),
    );
    expect(identities.filter((id, at) => identities.indexOf(id) < at)).toEqual(
      [],
    );
  });

  it('holds the objects of its distribution only', () => {
    expect(
      namesOf(ofKind(name, 'Namespace')).filter(
        namespace => !systemNamespaces.includes(namespace.slice(1)),
      ),
    ).toEqual([]);
  });

  it('binds roles that exist', () => {
    const roles = new Set(namesOf(ofKind(name, 'ClusterRole', 'Role')));
    const dangling = ofKind(name, 'ClusterRoleBinding', 'RoleBinding').filter(
      ({ metadata, roleRef }) => {
        const { kind, name: role } = roleRef as Subject;
        const namespace = kind === 'Role' ? metadata.namespace : '';
        return !roles.has(`${namespace}/${role}`);
      },
    );
    expect(namesOf(dangling)).toEqual([]);
  });

  it('has the roles of upstream, filled by aggregation', () => {
    const rulesOf = (role: string) =>
      ofKind(name, 'ClusterRole').find(({ metadata }) => metadata.name === role)
        ?.rules as JsonObject[];
    const [view, edit, admin] = ['view', 'edit', 'admin'].map(
      role => rulesOf(role).length,
    );
    expect(view).toBeGreaterThan(8);
    expect(edit).toBeGreaterThan(view);
    expect(admin).toBeGreaterThan(edit);
    expect(
      rulesOf('system:controller:clusterrole-aggregation-controller'),
    ).toEqual([
      {
        apiGroups: ['rbac.authorization.k8s.io'],
        resources: ['clusterroles'],
        verbs: ['escalate', 'get', 'list', 'watch', 'patch', 'update'],
      },
    ]);
    expect(rulesOf('system:node').length).toBeGreaterThan(20);
  });

  it('gives anonymous callers nothing but health, version and cluster-info', () => {
    const anonymous = ['system:anonymous', 'system:unauthenticated'];
    const bindings = ofKind(name, 'ClusterRoleBinding', 'RoleBinding').filter(
      ({ subjects }) =>
        ((subjects ?? []) as Subject[]).some(subject =>
          anonymous.includes(subject.name),
        ),
    );
    const kubeadm = selfManaged.includes(name)
      ? ['kube-public/kubeadm:bootstrap-signer-clusterinfo']
      : [];
    expect(namesOf(bindings).sort()).toEqual([
      '/system:public-info-viewer',
      ...kubeadm,
    ]);
  });

  it('runs its pods with accounts, settings and priorities that exist', () => {
    const known = new Set(
      cluster(name).objects.map(
        ({ kind, metadata }) =>
          `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
      ),
    );
    const missing = ofKind(name, 'Pod')
      .flatMap(pod => needsOf(pod))
      .filter(need => !known.has(need));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('runs each pod on one of its nodes', () => {
    const nodes = ofKind(name, 'Node').map(({ metadata }) => metadata.name);
    const homeless = ofKind(name, 'Pod')
      .filter(({ spec }) => !nodes.includes(String(spec?.nodeName)))
      .map(({ metadata }) => metadata.labels?.['k8s-app']);
    expect(nodes).toHaveLength(2);
    expect([...new Set(homeless)]).toEqual(
      name === 'kubeadm' ? ['kube-dns'] : [],
    );
  });

  it('shows a control plane only where there is one to see', () => {
    const mirrors = ofKind(name, 'Pod').filter(
      ({ metadata }) => metadata.annotations?.['kubernetes.io/config.mirror'],
    );
    const shown = mirrors
      .map(({ metadata }) => metadata.labels?.component)
      .filter(component => components.includes(String(component)));
    expect(shown.sort()).toEqual(selfManaged.includes(name) ? components : []);
    for (const { metadata, spec } of mirrors) {
      const [owner] = metadata.ownerReferences ?? [];
      const node = ofKind(name, 'Node').find(
        ({ metadata: { uid } }) => uid === owner.uid,
      );
      expect(node?.metadata.name).toBe(spec?.nodeName);
      expect(spec?.serviceAccountName).toBeUndefined();
    }
  });

  it('tells one version everywhere', () => {
    const { version, metrics } = cluster(name);
    const kubelets = ofKind(name, 'Node').map(
      ({ status }) => (status?.nodeInfo as JsonObject).kubeletVersion,
    );
    expect(new Set(kubelets)).toEqual(new Set([version]));
    expect(metrics).toContain(`git_version="${version}"`);
  });
});

describe.each(freshClusterNames)('the API server of %s', name => {
  let server: DemoCluster;

  beforeAll(async () => {
    server = await startDemoCluster(writtenCluster(name));
  });
  afterAll(() => server.stop());

  it('serves what was loaded', async () => {
    const roles = await list(
      `${server.url}/apis/rbac.authorization.k8s.io/v1/clusterroles`,
    );
    expect(roles.items).toHaveLength(ofKind(name, 'ClusterRole').length);
  });

  it.each([
    'apiserver_audit_event_total ',
    'pod_security_evaluations_total{',
    'kubernetes_build_info{',
    'kubernetes_feature_enabled{name="ComponentFlagz",stage="ALPHA"} 0',
  ])('tells %s at /metrics', async text => {
    const response = await fetch(`${server.url}/metrics`);
    expect(await response.text()).toContain(`\n${text}`);
  });

  it('has no /flagz: the feature is off before 1.36', async () => {
    expect((await fetch(`${server.url}/flagz`)).status).toBe(404);
  });
});

describe('what sets them apart', () => {
  const bindingOf = (name: WrittenClusterName, binding: string) =>
    ofKind(name, 'ClusterRoleBinding').find(
      ({ metadata }) => metadata.name === binding,
    );

  it.each([
    ['kubeadm', 'kubeadm:cluster-admins', 'kubeadm:cluster-admins'],
    ['k3s', 'helm-kube-system-traefik', 'helm-traefik'],
    ['eks', 'eks:addon-cluster-admin', 'eks:addon-manager'],
    [
      'gke',
      'storage-version-migration-migrator-v2',
      'system:storageversionmigrator',
    ],
    ['aks', 'aks-cluster-admin-binding', 'clusterAdmin'],
  ] as const)('%s makes %s cluster-admin', (name, binding, subject) => {
    const found = bindingOf(name, binding);
    expect((found?.roleRef as Subject).name).toBe('cluster-admin');
    expect((found?.subjects as Subject[]).map(each => each.name)).toContain(
      subject,
    );
  });

  it('only EKS encrypts what it stores', () => {
    const metric = 'apiserver_storage_transformation_operations_total{';
    expect(
      freshClusterNames.filter(name => cluster(name).metrics?.includes(metric)),
    ).toEqual(['eks']);
  });

  it('k3s writes its arguments on its nodes', () => {
    const args = ofKind('k3s', 'Node').map(
      ({ metadata }) => metadata.annotations?.['k3s.io/node-args'],
    );
    expect(args).toEqual(['["server"]', '["agent"]']);
  });
});

/** The objects that a pod cannot run without, as `Kind namespace/name`. */
function needsOf({ metadata, spec }: Manifest): string[] {
  const inNamespace = (kind: string, name: unknown) =>
    `${kind} ${metadata.namespace}/${name}`;
  const { serviceAccountName, priorityClassName } = spec ?? {};
  const volumes = (spec?.volumes ?? []) as Record<
    string,
    { name?: string; secretName?: string; optional?: boolean } | undefined
  >[];
  return [
    ...(serviceAccountName
      ? [inNamespace('ServiceAccount', serviceAccountName)]
      : []),
    ...(priorityClassName ? [`PriorityClass /${priorityClassName}`] : []),
    ...volumes.flatMap(({ configMap, secret }) => [
      ...(configMap && !configMap.optional
        ? [inNamespace('ConfigMap', configMap.name)]
        : []),
      ...(secret && !secret.optional
        ? [inNamespace('Secret', secret.secretName)]
        : []),
    ]),
  ];
}
