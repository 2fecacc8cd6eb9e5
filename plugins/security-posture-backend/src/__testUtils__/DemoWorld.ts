import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { Entity } from '@backstage/catalog-model';
import {
  ClusterDescription,
  ClusterReader,
} from 'backstage-plugin-security-posture-node';
import {
  DemoCluster,
  parseManifests,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { parseAllDocuments } from 'yaml';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from '../collect/__testUtils__/startKubernetesPlugin';
import { KubernetesProxyClusterReader } from '../collect';

const TOKEN = 'cluster-token';

/** In `other`: a Deployment with more pods than fit on one page, and with values wherever one can be that must not be shown. */
const OTHER = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: { backstage.io/kubernetes-id: other-web }
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"password":"do-not-show"}'
    example.com/token: do-not-show
spec:
  replicas: 130
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web, backstage.io/kubernetes-id: other-web }
      annotations: { example.com/token: do-not-show }
    spec:
      serviceAccountName: web
      automountServiceAccountToken: false
      imagePullSecrets: [{ name: pull }]
      containers:
        - name: web
          image: 'web:1'
          securityContext: { privileged: true }
          command: [serve, '--password=do-not-show']
          args: ['--token', do-not-show]
          env: [{ name: DATABASE_PASSWORD, value: do-not-show }]
          livenessProbe: { exec: { command: [check, do-not-show] } }
`;

/** In `other`: what is read of a control plane and of other tools, with values that must not be shown. */
const EVIDENCE = `
apiVersion: v1
kind: ConfigMap
metadata: { name: kubeadm-config, namespace: kube-system }
data: { ClusterConfiguration: 'certificateKey: do-not-show' }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { PASSWORD: do-not-show, password: do-not-show }
---
apiVersion: v1
kind: Secret
type: kubernetes.io/dockerconfigjson
metadata: { name: pull, namespace: shop, annotations: { example.com/token: do-not-show } }
data: { .dockerconfigjson: ZG8tbm90LXNob3c= }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: kubelet-config, namespace: kube-system }
data: { kubelet: 'staticPodURLHeader: { Authorization: [do-not-show] }' }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: exposedsecretreports.aquasecurity.github.io }
spec:
  group: aquasecurity.github.io
  scope: Namespaced
  names: { plural: exposedsecretreports, kind: ExposedSecretReport }
  versions: [{ name: v1alpha1, served: true, storage: true }]
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ExposedSecretReport
metadata:
  name: replicaset-web-web
  namespace: shop
  labels:
    trivy-operator.resource.kind: Deployment
    trivy-operator.resource.name: web
    trivy-operator.resource.namespace: shop
    trivy-operator.container.name: web
report:
  artifact: { repository: library/web, tag: '1' }
  registry: { server: index.docker.io }
  updateTimestamp: '2026-11-01T00:00:00Z'
  secrets: [{ target: /key, ruleID: private-key, title: Key, severity: HIGH, match: do-not-show }]
`;

/** Catalog entity of the workload of `other` and `open`. */
export const OTHER_WEB: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'other-web',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'other-web' },
  },
};

/** Demo clusters of every sort, registered with the real kubernetes plugin. */
export class DemoWorld {
  static async start(): Promise<DemoWorld> {
    const tokens = [
      { token: TOKEN, rules: 'all' as const, denied: ['secrets'] },
    ];
    const objects = parseManifests(OTHER, 'other.yaml');
    const [prod, other, open, trap] = await Promise.all([
      startDemoCluster({
        name: 'prod',
        folders: [join(demoData(), 'prod-eu')],
        tokens,
      }),
      startDemoCluster({
        name: 'other',
        objects: [...objects, ...parseManifests(EVIDENCE, 'evidence.yaml')],
        flags: { 'anonymous-auth': 'true', 'unknown-flag': 'do-not-show' },
        tokens,
      }),
      startDemoCluster({ name: 'open', objects }),
      startDemoCluster({ name: 'trap', objects }),
    ]);
    const serviceAccount = { serviceAccountToken: TOKEN };
    const kubernetes = await startKubernetesPlugin([
      { name: 'prod', url: prod.url, ...serviceAccount },
      { name: 'other', url: other.url, ...serviceAccount },
      { name: 'open', url: open.url, authProvider: 'localKubectlProxy' },
      { name: 'trap', url: trap.url, authProvider: 'aks' },
      { name: 'gone', url: 'http://127.0.0.1:1', ...serviceAccount },
    ]);
    await warmUp(kubernetes);
    return new DemoWorld(prod, other, open, trap, kubernetes);
  }

  /** Names of clusters that the kubernetes plugin does not list any more. */
  readonly hidden = new Set<string>();

  private constructor(
    /** The demo's own production cluster. */
    readonly prod: DemoCluster,
    readonly other: DemoCluster,
    /** Admits everybody, as through `kubectl proxy`. */
    readonly open: DemoCluster,
    /** Admits everybody, and is registered with a provider that admits users only. */
    readonly trap: DemoCluster,
    readonly kubernetes: KubernetesPlugin,
  ) {}

  get clusters(): readonly DemoCluster[] {
    return [this.prod, this.other, this.open, this.trap];
  }

  /** The real reader, which waits little and takes no more than 8 MB at once; clusters can be hidden from it. */
  reader(): ClusterReader {
    const { hidden } = this;
    return new (class extends KubernetesProxyClusterReader {
      async listClusters(
        signal?: AbortSignal,
      ): Promise<readonly ClusterDescription[]> {
        const listed = await super.listClusters(signal);
        return listed.filter(({ name }) => !hidden.has(name));
      }
    })({
      ...this.kubernetes,
      limits: { requestMs: 6000, waitMs: 20, bodyBytes: 8 * 1024 * 1024 },
    });
  }

  async stop(): Promise<void> {
    await this.kubernetes.stop();
    await Promise.all(this.clusters.map(cluster => cluster.stop()));
  }
}

/** The first request through the proxy waits until the kubernetes plugin has loaded its client. */
async function warmUp(kubernetes: KubernetesPlugin): Promise<void> {
  const reader = new KubernetesProxyClusterReader(kubernetes);
  const [cluster] = await reader.listClusters();
  await reader.get(cluster, '/version');
}

/** A file of the demo's catalog. */
export type DemoComponents = 'storefront' | 'payments';

/** Components of the demo's catalog, as they are written. */
export async function demoComponents(
  name: DemoComponents,
): Promise<readonly Entity[]> {
  const file = join(demoData(), 'catalog', `components-${name}.yaml`);
  const entities = parseAllDocuments(await readFile(file, 'utf8')).map(
    document => document.toJS() as Entity | null,
  );
  return entities.flatMap(entity =>
    entity
      ? {
          ...entity,
          metadata: { namespace: 'default', ...entity.metadata },
        }
      : [],
  );
}

function demoData(): string {
  const manifest = require.resolve(
    'security-posture-demo-cluster/package.json',
  );
  return join(dirname(manifest), 'data');
}
