import { planLiveObjects } from '../live/planLiveObjects';
import { identityOf } from '../objects/Manifest';
import { ManifestSource } from '../objects/ManifestSource';
import { generateCatalogEntities } from './generateCatalogEntities';
import { generateCluster } from './generateCluster';
import { ClusterSize, clusterSizes } from './sizes';

const workloadKinds = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
]);
const live = { now: new Date('2026-11-21T12:00:00Z'), version: 'v1.35.8' };
const sizes: ClusterSize[] = ['S', 'M'];

function clustersOf(size: ClusterSize, seed = 1): ManifestSource[][] {
  return Array.from({ length: clusterSizes[size].clusters }, (_, cluster) =>
    generateCluster({ size, seed, cluster }),
  );
}

function workloadsOf(sources: ManifestSource[]): ManifestSource[] {
  return sources.filter(({ kind }) => workloadKinds.has(kind));
}

describe.each(sizes)('generateCluster of size %s', size => {
  const clusters = clustersOf(size);
  const numbers = clusterSizes[size];

  it('has its workloads', () => {
    expect(clusters.flatMap(workloadsOf)).toHaveLength(numbers.workloads);
  });

  it('has its pods once it is live', () => {
    const pods = clusters
      .flatMap(sources => planLiveObjects(sources, live))
      .filter(({ kind }) => kind === 'Pod');
    expect(pods).toHaveLength(numbers.pods);
  });

  it('names no two objects of a cluster alike', () => {
    for (const sources of clusters) {
      expect(new Set(sources.map(identityOf)).size).toBe(sources.length);
    }
  });

  it('runs every component of the catalog somewhere', () => {
    const components = generateCatalogEntities(size, 1)
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata }) => metadata.name);
    const running = new Set(
      clusters.flat().map(({ labels }) => labels['app.kubernetes.io/name']),
    );
    expect(components).toHaveLength(numbers.entities);
    expect(components.filter(name => !running.has(name))).toEqual([]);
  });

  it('describes each object as it is read', () => {
    for (const source of clusters[0]) {
      const { apiVersion, kind, metadata } = source.read();
      const { namespace, name, labels = {} } = metadata;
      expect({ apiVersion, kind, namespace, name, labels }).toEqual({
        apiVersion: source.apiVersion,
        kind: source.kind,
        namespace: source.namespace,
        name: source.name,
        labels: source.labels,
      });
    }
  });
});

describe('generateCluster', () => {
  const read = (seed: number, cluster: number) =>
    JSON.stringify(
      generateCluster({ size: 'S', seed, cluster }).map(source =>
        source.read(),
      ),
    );

  it('gives the same cluster for the same spec', () => {
    expect(read(1, 0)).toBe(read(1, 0));
  });

  it('gives another cluster for another seed or number', () => {
    expect(read(2, 0)).not.toBe(read(1, 0));
    expect(read(1, 1)).not.toBe(read(1, 0));
  });

  it.each([-1, 2, 0.5])('refuses cluster %s of size S', cluster => {
    expect(() => generateCluster({ size: 'S', seed: 1, cluster })).toThrow(
      'size S has clusters 0 to 1',
    );
  });

  it('mixes good with bad', () => {
    const text = JSON.stringify(
      generateCluster({ size: 'M', seed: 1, cluster: 0 }).map(source =>
        source.read(),
      ),
    );
    for (const part of [
      '"privileged":true',
      '"readOnlyRootFilesystem":true',
      '"hostNetwork":true',
      '"initContainers":',
      '"restartPolicy":"Always"',
      '"kind":"NetworkPolicy"',
      '"kind":"LimitRange"',
      '"kind":"ResourceQuota"',
      '"kind":"Ingress"',
      '"kind":"RoleBinding"',
      ':latest"',
      '@sha256:',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('generateCatalogEntities', () => {
  const entities = generateCatalogEntities('M', 1);
  const refs = new Set(
    entities.map(
      ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
    ),
  );

  it('refers only to entities that exist', () => {
    for (const { spec } of entities) {
      const { owner, system, domain } = spec;
      const named = [
        owner,
        system && `system:default/${system}`,
        domain && `domain:default/${domain}`,
      ];
      named.filter(Boolean).forEach(ref => expect(refs).toContain(ref));
    }
  });

  it('has the groups of its size, and no name twice', () => {
    const groups = entities.filter(({ kind }) => kind === 'Group');
    expect(groups).toHaveLength(clusterSizes.M.groups);
    expect(refs.size).toBe(entities.length);
  });

  it('gives the same entities for the same seed', () => {
    expect(generateCatalogEntities('M', 1)).toEqual(entities);
    expect(generateCatalogEntities('M', 2)).not.toEqual(entities);
  });
});
