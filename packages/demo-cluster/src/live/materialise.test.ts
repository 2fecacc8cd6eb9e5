import { JsonObject, Manifest, OwnerReference } from '../objects/Manifest';
import { workload } from '../testing/manifests';
import { materialise } from './materialise';
import { PodSpec } from './PodSpec';

const options = {
  now: new Date('2026-11-21T12:00:00Z'),
  version: 'v1.35.8',
  cluster: 'test',
};
const live = (objects: Manifest[], version = options.version) =>
  materialise(objects, { ...options, version });

const ofKind = (objects: Manifest[], kind: string, namespace = 'shop') =>
  objects.filter(
    object => object.kind === kind && object.metadata.namespace === namespace,
  );

function podOf(pod: JsonObject, others: Manifest[] = [], version?: string) {
  const [found] = ofKind(
    live([workload('Pod', { pod }), ...others], version),
    'Pod',
  );
  return found as Manifest & { spec: PodSpec };
}

const containers = [{ name: 'web', image: 'nginx:1.29' }];
const inShop = (kind: string, name: string, fields: JsonObject): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'shop' },
  ...fields,
});
const node = (
  name: string,
  fields: { labels?: Record<string, string>; taints?: object[] } = {},
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels: fields.labels },
  spec: { taints: fields.taints },
});

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
      cluster => materialise([], { ...options, cluster })[0].metadata.uid,
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

describe('children', () => {
  it.each([
    ['Deployment', {}, 1, 'ReplicaSet', 'Running'],
    ['Deployment', { replicas: 3 }, 3, 'ReplicaSet', 'Running'],
    ['Deployment', { replicas: 0 }, 0, 'ReplicaSet', 'Running'],
    ['ReplicaSet', { replicas: 2 }, 2, 'ReplicaSet', 'Running'],
    [
      'ReplicationController',
      { replicas: 2 },
      2,
      'ReplicationController',
      'Running',
    ],
    ['StatefulSet', { replicas: 2 }, 2, 'StatefulSet', 'Running'],
    ['DaemonSet', {}, 2, 'DaemonSet', 'Running'],
    ['Job', { completions: 2 }, 2, 'Job', 'Succeeded'],
    ['CronJob', {}, 3, 'Job', 'Succeeded'],
    ['CronJob', { successfulJobsHistoryLimit: 1 }, 1, 'Job', 'Succeeded'],
    ['CronJob', { suspend: true }, 0, 'Job', 'Succeeded'],
  ])('%s %j runs %s pods of a %s', (kind, spec, count, ownerKind, phase) => {
    const objects = live([
      workload(kind, { spec }),
      node('node-a'),
      node('node-b'),
    ]);
    const pods = ofKind(objects, 'Pod');
    expect(pods).toHaveLength(count);
    expect(new Set(pods.map(({ metadata }) => metadata.name)).size).toBe(count);
    for (const pod of pods) {
      const [owner] = pod.metadata.ownerReferences as OwnerReference[];
      expect(owner).toMatchObject({ kind: ownerKind, controller: true });
      const holder = objects.find(({ metadata }) => metadata.uid === owner.uid);
      expect(holder?.metadata.name).toBe(owner.name);
      expect(pod.status?.phase).toBe(phase);
      expect(pod.metadata.labels?.app).toBe('web');
      expect(['node-a', 'node-b']).toContain(pod.spec?.nodeName);
    }
  });

  it('leads from a pod to its Deployment and to its CronJob', () => {
    const objects = live([
      workload('Deployment'),
      workload('CronJob', { name: 'night' }),
    ]);
    const rootsOf = (object: Manifest): string => {
      const [owner] = object.metadata.ownerReferences ?? [];
      const holder = objects.find(
        ({ metadata }) => metadata.uid === owner?.uid,
      );
      return holder ? rootsOf(holder) : object.kind;
    };
    const roots = new Set(ofKind(objects, 'Pod').map(rootsOf));
    expect(roots).toEqual(new Set(['Deployment', 'CronJob']));
  });

  it('numbers the pods of a StatefulSet and claims their volumes', () => {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'] },
    };
    const spec = { replicas: 2, volumeClaimTemplates: [claim] };
    const objects = live([workload('StatefulSet', { spec })]);
    const pods = ofKind(objects, 'Pod');
    expect(pods.map(({ metadata }) => metadata.name)).toEqual([
      'web-0',
      'web-1',
    ]);
    expect((pods[1].spec as PodSpec).volumes?.[0]).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'data-web-1' },
    });
    expect(
      ofKind(objects, 'PersistentVolumeClaim').map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['data-web-0', 'data-web-1']);
  });

  it('makes none for an object whose children were written too', () => {
    const owner = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: 'web',
      uid: '1',
      controller: true,
    };
    const pod = workload('Pod', { name: 'web-x' });
    pod.metadata.ownerReferences = [owner];
    const pods = ofKind(
      live([workload('ReplicaSet', { spec: { replicas: 5 } }), pod]),
      'Pod',
    );
    expect(pods.map(({ metadata }) => metadata.name)).toEqual(['web-x']);
  });

  it('reports how workloads stand', () => {
    const [deployment] = ofKind(
      live([workload('Deployment', { spec: { replicas: 2 } })]),
      'Deployment',
    );
    expect(deployment.status).toMatchObject({ replicas: 2, readyReplicas: 2 });
  });
});

describe('nodes', () => {
  const taint = {
    key: 'node-role.kubernetes.io/control-plane',
    effect: 'NoSchedule',
  };
  const nodes = [
    node('plain'),
    node('gpu', { labels: { gpu: 'yes' } }),
    node('control', { taints: [taint] }),
  ];

  it.each([
    ['no wishes', {}, ['gpu', 'plain']],
    ['a node selector', { nodeSelector: { gpu: 'yes' } }, ['gpu']],
    [
      'a toleration',
      { tolerations: [{ key: taint.key, operator: 'Exists' }] },
      ['control', 'gpu', 'plain'],
    ],
    [
      'all tolerations',
      { tolerations: [{ operator: 'Exists' }] },
      ['control', 'gpu', 'plain'],
    ],
  ])('a DaemonSet with %s runs on %s', (_name, pod, expected) => {
    const set = workload('DaemonSet', { pod: { containers, ...pod } });
    const pods = ofKind(live([set, ...nodes]), 'Pod');
    expect(pods.map(({ spec }) => spec?.nodeName).sort()).toEqual(expected);
  });

  it('leaves a pod pending that fits nowhere', () => {
    const pod = podOf({ containers, nodeSelector: { gpu: 'no' } }, nodes);
    expect(pod.status).toMatchObject({ phase: 'Pending' });
    expect(pod.spec).not.toHaveProperty('nodeName');
  });
});

describe('defaults of pods', () => {
  it('fills in what was left out', () => {
    expect(podOf({ containers }).spec).toMatchObject({
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
      securityContext: {},
      enableServiceLinks: true,
      serviceAccountName: 'default',
      serviceAccount: 'default',
      priority: 0,
      containers: [
        {
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          resources: {},
        },
      ],
    });
  });

  it.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['nginx:1.29', 'IfNotPresent'],
    ['registry.example.com:5000/nginx', 'Always'],
    ['registry.example.com:5000/nginx:1', 'IfNotPresent'],
    ['nginx@sha256:0000', 'IfNotPresent'],
    ['nginx:latest@sha256:0000', 'IfNotPresent'],
  ])('pulls %s %s', (image, policy) => {
    const pod = podOf({ containers: [{ name: 'web', image }] });
    expect(pod.spec.containers[0].imagePullPolicy).toBe(policy);
  });

  it.each([
    ['nginx:1.29', /^docker\.io\/library\/nginx@sha256:[0-9a-f]{64}$/],
    ['grafana/grafana', /^docker\.io\/grafana\/grafana@sha256:/],
    ['quay.io/a/b:1', /^quay\.io\/a\/b@sha256:/],
    ['quay.io/a/b:1@sha256:12', /^quay\.io\/a\/b@sha256:12$/],
  ])('resolves the image %s', (image, imageID) => {
    const pod = podOf({ containers: [{ name: 'web', image }] });
    const [status] = pod.status?.containerStatuses as JsonObject[];
    expect(status).toMatchObject({
      name: 'web',
      image,
      imageID: expect.stringMatching(imageID),
    });
  });

  it('completes ports, probes, variables and volumes', () => {
    const pod = podOf({
      containers: [
        {
          name: 'web',
          image: 'nginx:1.29',
          ports: [
            { containerPort: 80 },
            { containerPort: 53, protocol: 'UDP' },
          ],
          readinessProbe: { httpGet: { port: 80 } },
          env: [
            {
              name: 'NODE',
              valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
            },
          ],
        },
      ],
      volumes: [
        { name: 'nothing' },
        { name: 'map', configMap: { name: 'a' } },
        { name: 'secret', secret: { secretName: 'a', defaultMode: 256 } },
        { name: 'host', hostPath: { path: '/var' } },
      ],
      automountServiceAccountToken: false,
    });
    expect(pod.spec.containers[0]).toMatchObject({
      ports: [
        { containerPort: 80, protocol: 'TCP' },
        { containerPort: 53, protocol: 'UDP' },
      ],
      readinessProbe: {
        httpGet: { path: '/', port: 80, scheme: 'HTTP' },
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
      },
      env: [
        {
          valueFrom: {
            fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' },
          },
        },
      ],
    });
    expect(pod.spec.volumes).toEqual([
      { name: 'nothing', emptyDir: {} },
      { name: 'map', configMap: { name: 'a', defaultMode: 420 } },
      { name: 'secret', secret: { secretName: 'a', defaultMode: 256 } },
      { name: 'host', hostPath: { path: '/var', type: '' } },
    ]);
  });

  it.each([
    ['v1.35.8', undefined],
    ['v1.27.3', 80],
  ])(
    'fills host ports under the host network in %s: templates %s, pods always',
    (version, inTemplate) => {
      const pod = {
        hostNetwork: true,
        containers: [
          { name: 'web', image: 'nginx:1.29', ports: [{ containerPort: 80 }] },
        ],
      };
      const objects = live([workload('Deployment', { pod })], version);
      const [deployment] = ofKind(objects, 'Deployment');
      const template = deployment.spec?.template as { spec: PodSpec };
      expect(template.spec.containers[0].ports?.[0].hostPort).toBe(inTemplate);
      const [running] = ofKind(objects, 'Pod');
      expect((running.spec as PodSpec).containers[0].ports?.[0].hostPort).toBe(
        80,
      );
    },
  );

  it('takes requests from limits in pods, never in templates', () => {
    const limits = { cpu: '1' };
    const pod = {
      containers: [{ name: 'web', image: 'nginx:1.29', resources: { limits } }],
    };
    const objects = live([workload('Deployment', { pod })]);
    const [running] = ofKind(objects, 'Pod');
    expect((running.spec as PodSpec).containers[0].resources).toEqual({
      limits,
      requests: limits,
    });
    const [deployment] = ofKind(objects, 'Deployment');
    const template = deployment.spec?.template as { spec: PodSpec };
    expect(template.spec.containers[0].resources).toEqual({ limits });
  });

  it('tolerates nodes that are away for a while', () => {
    expect(podOf({ containers }).spec.tolerations).toMatchObject([
      { key: 'node.kubernetes.io/not-ready', tolerationSeconds: 300 },
      { key: 'node.kubernetes.io/unreachable', tolerationSeconds: 300 },
    ]);
  });
});

describe('LimitRanges', () => {
  const range = inShop('LimitRange', 'defaults', {
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '50m' },
        },
        { type: 'Pod', max: { cpu: '4' } },
      ],
    },
  });

  it.each([
    [
      'nothing',
      {},
      { cpu: '500m', memory: '512Mi' },
      { cpu: '50m', memory: '512Mi' },
    ],
    [
      'a request',
      { requests: { cpu: '200m' } },
      { cpu: '500m', memory: '512Mi' },
      { cpu: '200m', memory: '512Mi' },
    ],
    [
      'a limit',
      { limits: { cpu: '2' } },
      { cpu: '2', memory: '512Mi' },
      { cpu: '2', memory: '512Mi' },
    ],
  ])(
    'complete a container that asks for %s',
    (_name, resources, limits, requests) => {
      const container = { name: 'web', image: 'nginx:1.29', resources };
      const pod = podOf(
        { containers: [container], initContainers: [container] },
        [range],
      );
      expect(pod.spec.containers[0].resources).toEqual({ limits, requests });
      expect(pod.spec.initContainers?.[0].resources).toEqual({
        limits,
        requests,
      });
      expect(
        pod.metadata.annotations?.['kubernetes.io/limit-ranger'],
      ).toContain('for container web');
    },
  );

  it('do not reach into other namespaces', () => {
    const elsewhere = {
      ...range,
      metadata: { ...range.metadata, namespace: 'blog' },
    };
    expect(
      podOf({ containers }, [elsewhere]).spec.containers[0].resources,
    ).toEqual({});
  });
});

describe('service account tokens', () => {
  const silent = inShop('ServiceAccount', 'silent', {
    automountServiceAccountToken: false,
  });
  const tokenOf = (pod: JsonObject) => {
    const { spec } = podOf({ containers, ...pod }, [silent]);
    return spec.volumes?.find(({ name }) =>
      name.startsWith('kube-api-access-'),
    );
  };

  it.each([
    ['by default', {}, true],
    ['if the pod says no', { automountServiceAccountToken: false }, false],
    ['if the account says no', { serviceAccountName: 'silent' }, false],
    [
      'if the account says no but the pod yes',
      { serviceAccountName: 'silent', automountServiceAccountToken: true },
      true,
    ],
  ])('are mounted %s: %j %s', (_name, pod, mounted) => {
    expect(tokenOf(pod) !== undefined).toBe(mounted);
  });

  it('are mounted into every container that has no mount there', () => {
    const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
    const own = { name: 'own', mountPath };
    const pod = podOf({
      containers: [
        ...containers,
        { name: 'other', image: 'a:1', volumeMounts: [own] },
      ],
      initContainers: [{ name: 'first', image: 'a:1' }],
    });
    const volume = pod.spec.volumes?.at(-1);
    expect(volume).toMatchObject({ projected: { defaultMode: 420 } });
    const mount = { name: volume?.name, mountPath, readOnly: true };
    expect(pod.spec.containers.map(({ volumeMounts }) => volumeMounts)).toEqual(
      [[mount], [own]],
    );
    expect(pod.spec.initContainers?.[0].volumeMounts).toEqual([mount]);
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
