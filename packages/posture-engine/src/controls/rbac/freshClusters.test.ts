import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createEvaluator } from '../../evaluate/evaluateInventory';
import { allControls } from '../../library/controlLibrary';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { subjectsBesideWorkloads } from '../../normalize/subjectsOf';
import { toKubernetesObject } from '../../normalize/toKubernetesObject';
import { anInventory, CLUSTER, TEST_NOW } from '../../testing';

const FRESH = join(__dirname, '../../../../demo-cluster/data/fresh');
const CONTROLS = allControls().filter(({ category }) => category === 'rbac');

const VERSIONS: readonly (readonly [folder: string, version: string])[] = [
  ['kubeadm', 'v1.35.1'],
  ['kind', 'v1.35.1'],
  ['k3s', 'v1.35.1+k3s1'],
  ['eks', 'v1.34.2-eks-ac0c5b4'],
  ['gke', 'v1.34.2-gke.1000'],
  ['aks', 'v1.34.2'],
];

function objectsIn(folder: string): readonly KubernetesObject[] {
  const path = join(FRESH, folder);
  return readdirSync(path)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file => parseAllDocuments(readFileSync(join(path, file), 'utf8')))
    .flatMap(document => toKubernetesObject(document.toJS()) ?? []);
}

/** What fails, as `control subject`. */
function failing(
  objects: readonly KubernetesObject[],
  serverVersion?: string,
): readonly string[] {
  const inventory = anInventory(objects, {
    fromCluster: serverVersion !== undefined,
    ...(serverVersion ? { serverVersion } : {}),
  });
  const evaluator = createEvaluator(CONTROLS, inventory, {
    now: TEST_NOW,
    settings: DEFAULT_SETTINGS,
  });
  return [...subjectsBesideWorkloads(inventory, CLUSTER)]
    .flatMap(judged => evaluator.evaluate(judged))
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ control, subject }) => `${control} ${subject.name}`);
}

const upstream = objectsIn('upstream');

describe('a fresh cluster', () => {
  it.each(VERSIONS)(
    'of %s has no finding, read as a cluster',
    (folder, version) => {
      const objects = [...upstream, ...objectsIn(folder)];
      expect(objects.length).toBeGreaterThan(upstream.length + 10);
      expect(failing(objects, version)).toEqual([]);
    },
  );

  it.each(VERSIONS)('of %s has no finding, read as manifests', folder => {
    expect(failing([...upstream, ...objectsIn(folder)])).toEqual([]);
  });

  it('has findings where a pair is of another distribution', () => {
    const objects = [...upstream, ...objectsIn('k3s')];
    expect(failing(objects, 'v1.35.1')).toEqual(
      expect.arrayContaining([
        'rbac-cluster-admin helm-kube-system-traefik',
        'rbac-secrets-read traefik-kube-system',
      ]),
    );
  });

  it('has findings where every role that ships was made as wide as can be', () => {
    const widened = upstream.map(object =>
      object.kind === 'ClusterRole'
        ? {
            ...object,
            rules: [
              { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
              { nonResourceURLs: ['*'], verbs: ['*'] },
            ],
          }
        : object,
    );
    const bound = upstream.filter(
      ({ kind, metadata, subjects }) =>
        kind === 'ClusterRoleBinding' &&
        metadata.name !== 'cluster-admin' &&
        Array.isArray(subjects) &&
        subjects.length > 0,
    );
    expect(bound.length).toBeGreaterThan(30);
    expect(failing(widened, 'v1.35.1')).toEqual(
      expect.arrayContaining(
        bound.map(({ metadata }) => `rbac-cluster-admin ${metadata.name}`),
      ),
    );
  });

  it('has findings where everybody was added to each binding that gives what should be rare', () => {
    const eve = { kind: 'User', name: 'eve' };
    const added = upstream.map(object =>
      Array.isArray(object.subjects)
        ? { ...object, subjects: [...object.subjects, eve] }
        : object,
    );
    expect(failing(added, 'v1.35.1')).toEqual(
      expect.arrayContaining([
        'rbac-cluster-admin cluster-admin',
        'rbac-escalate system:controller:clusterrole-aggregation-controller',
        'rbac-csr-approve system:controller:certificate-controller',
        'rbac-persistent-volumes system:controller:persistent-volume-binder',
        'rbac-secrets-read system:kube-controller-manager',
        'rbac-token-create system:kube-controller-manager',
        'rbac-webhooks system:controller:generic-garbage-collector',
        'rbac-wildcard system:controller:namespace-controller',
        'rbac-create-workloads system:controller:job-controller',
        'rbac-secrets-read system:controller:token-cleaner',
      ]),
    );
  });
});
