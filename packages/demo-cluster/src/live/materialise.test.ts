import { JsonObject, Manifest } from '../objects/Manifest';
import { containers, inShop, live, liveOptions, ofKind } from '../testing/live';
import { workload } from '../testing/manifests';
import { materialise } from './materialise';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

describe('materialise', () => {
  it('is pure: equal output for equal input, which stays as it is', () => {
    const input = freeze(
      ['Deployment', 'StatefulSet', 'CronJob', 'Pod'].map(kind =>
        workload(kind, { name: kind.toLowerCase() }),
      ),
    );
    expect(live(input)).toEqual(live(input));
  });

  it('gives two clusters different uids', () => {
    const uids = ['a', 'b'].map(
      cluster => materialise([], { ...liveOptions, cluster })[0].metadata.uid,
    );
    expect(uids[0]).not.toBe(uids[1]);
  });

  it('gives each object what only a server gives', () => {
    for (const { metadata } of live([workload('Deployment')])) {
      expect(metadata).toMatchObject({
        uid: expect.stringMatching(
          /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        ),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(/^202[56]-.*\dZ$/),
        managedFields: [
          expect.objectContaining({ fieldsType: 'FieldsV1' }),
          ...(metadata.managedFields as object[]).slice(1),
        ],
      });
    }
  });

  it('gives no two objects one uid or one version', () => {
    const objects = live([workload('Deployment', { spec: { replicas: 3 } })]);
    const uids = new Set(objects.map(({ metadata }) => metadata.uid));
    const versions = new Set(
      objects.map(({ metadata }) => metadata.resourceVersion),
    );
    expect([uids.size, versions.size]).toEqual([
      objects.length,
      objects.length,
    ]);
  });

  it('keeps the last applied configuration of what kubectl applied only', () => {
    const helm = workload('Deployment', { name: 'helm' });
    helm.metadata.labels = { 'app.kubernetes.io/managed-by': 'Helm' };
    const written = workload('Deployment');
    const [web, api] = ofKind(live([written, helm]), 'Deployment');
    const key = 'kubectl.kubernetes.io/last-applied-configuration';
    expect(JSON.parse(web.metadata.annotations?.[key] ?? '')).toEqual(written);
    expect(api.metadata.annotations?.[key]).toBeUndefined();
    expect(api.metadata.managedFields).toMatchObject([
      { manager: 'helm' },
      { manager: 'kube-controller-manager', subresource: 'status' },
    ]);
  });

  it('holds what every cluster and every namespace has', () => {
    const objects = live([workload('Pod')]);
    const names = (kind: string) =>
      objects
        .filter(object => object.kind === kind)
        .map(({ metadata }) => metadata.name);
    const namespaces = [
      'default',
      'kube-node-lease',
      'kube-public',
      'kube-system',
      'shop',
    ];
    expect(names('Namespace').sort()).toEqual(namespaces);
    expect(names('ClusterRoleBinding')).toContain('cluster-admin');
    for (const namespace of namespaces) {
      expect(ofKind(objects, 'ServiceAccount', namespace)).toHaveLength(1);
      expect(ofKind(objects, 'ConfigMap', namespace)[0].metadata.name).toBe(
        'kube-root-ca.crt',
      );
    }
    const shop = objects.find(
      ({ kind, metadata }) => kind === 'Namespace' && metadata.name === 'shop',
    );
    expect(shop).toMatchObject({
      metadata: { labels: { 'kubernetes.io/metadata.name': 'shop' } },
      status: { phase: 'Active' },
    });
  });

  it('prefers what was written to what every cluster has', () => {
    const account = inShop('ServiceAccount', 'default', {
      automountServiceAccountToken: false,
    });
    const accounts = ofKind(live([account]), 'ServiceAccount');
    expect(accounts).toMatchObject([{ automountServiceAccountToken: false }]);
  });

  it('leaves custom kinds alone, whatever their names', () => {
    const service: Manifest = {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { template: { spec: { containers } } },
    };
    const [found] = ofKind(live([service]), 'Service');
    expect(found.spec).toEqual(service.spec);
    expect(found).not.toHaveProperty('status');
  });

  it('refuses what a real server would refuse', () => {
    expect(() => live([workload('Deployment', { pod: {} })])).toThrow(
      'Deployment web has no list of containers',
    );
  });
});

describe('defaults of other kinds', () => {
  it.each<[string, Manifest, JsonObject]>([
    [
      'a Service',
      inShop('Service', 'web', { spec: { ports: [{ port: 80 }] } }),
      {
        spec: {
          type: 'ClusterIP',
          ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
          clusterIP: expect.stringMatching(/^10\.96\./),
        },
      },
    ],
    [
      'a headless Service',
      inShop('Service', 'web', { spec: { clusterIP: 'None' } }),
      {
        spec: { clusterIP: 'None', clusterIPs: ['None'] },
      },
    ],
    [
      'a network policy without types',
      {
        ...inShop('NetworkPolicy', 'deny', {
          spec: { podSelector: {}, egress: [] },
        }),
        apiVersion: 'networking.k8s.io/v1',
      },
      {
        spec: { policyTypes: ['Ingress', 'Egress'] },
      },
    ],
    [
      'a role binding',
      {
        ...inShop('RoleBinding', 'read', {
          roleRef: { kind: 'Role', name: 'read' },
          subjects: [
            { kind: 'Group', name: 'all' },
            { kind: 'ServiceAccount', name: 'default', namespace: 'shop' },
          ],
        }),
        apiVersion: 'rbac.authorization.k8s.io/v1',
      },
      {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io' },
        subjects: [
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'all' },
          { kind: 'ServiceAccount', name: 'default', namespace: 'shop' },
        ],
      },
    ],
    [
      'a CronJob',
      workload('CronJob'),
      {
        spec: {
          concurrencyPolicy: 'Allow',
          suspend: false,
          jobTemplate: {
            spec: { template: { spec: { dnsPolicy: 'ClusterFirst' } } },
          },
        },
      },
    ],
    [
      'a DaemonSet',
      workload('DaemonSet'),
      { spec: { updateStrategy: { type: 'RollingUpdate' } } },
    ],
  ])('complete %s', (_name, object, expected) => {
    const [found] = ofKind(live([object]), object.kind);
    expect(found).toMatchObject(expected);
  });
});
