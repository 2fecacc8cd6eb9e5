import { listedEntity } from './__testUtils__/listedEntity';
import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HOUR,
  NOW,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { clusterFreshness } from './clusterFreshness';
import { entityRow } from './entityRow';

const failing = talliesBut({
  [CRITICAL]: {
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    fail: { critical: 1 },
  },
});

function inClusters(...clusters: string[]): EntityPostureRecord['mapping'] {
  const { mapping } = anEntity();
  return { ...mapping, query: { ...mapping.query!, clusters } };
}

function rowOf(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
) {
  const { thresholds } = settings;
  return entityRow(listedEntity(record, clusters), clusters, thresholds, NOW);
}

describe('entityRow', () => {
  it('sums an entity up over its clusters', () => {
    const record = anEntity({
      title: 'Payments',
      owner: 'group:default/payments',
      mapping: inClusters('prod-eu', 'staging'),
      parts: [
        aPart({ tallies: failing }),
        aPart({ cluster: 'staging', subjects: 2 }),
      ],
    });
    const clusters = [
      aCluster(),
      aCluster({ name: 'staging', lastSuccessAt: NOW - 2 * HOUR }),
      aCluster({ name: 'other', lastSuccessAt: NOW - 9 * HOUR }),
    ];
    expect(rowOf(record, clusters)).toEqual({
      entityRef: 'component:default/payments-api',
      title: 'Payments',
      owner: 'group:default/payments',
      state: 'judged',
      readiness: 'notReady',
      score: { value: 31, grade: 'F', coverage: 1 },
      raw: { value: 31, grade: 'F', coverage: 1 },
      open: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
      exempted: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      blocking: { critical: 1, high: 0 },
      workloads: 3,
      lastSuccessAt: '2026-11-21T10:00:00.000Z',
      staleClusters: [],
    });
  });

  it.each<[string, Partial<ClusterRecord>, boolean]>([
    ['does not answer', { state: 'unreachable' }, true],
    ['was swept over a day ago', { lastSuccessAt: NOW - 25 * HOUR }, true],
    ['never was swept whole', { lastSuccessAt: undefined }, true],
    ['was swept just now', {}, false],
    ['admits users only by now', { state: 'needsUserCredentials' }, true],
    [
      'always admitted users only',
      { state: 'needsUserCredentials', lastSuccessAt: undefined },
      false,
    ],
    [
      'always admitted users only, and is production',
      {
        state: 'needsUserCredentials',
        lastSuccessAt: undefined,
        production: true,
      },
      true,
    ],
  ])('marks a cluster that %s, or does not', (_, over, isStale) => {
    const { staleClusters } = rowOf(anEntity(), [aCluster(over)]);
    expect(staleClusters.map(({ cluster }) => cluster)).toEqual(
      isStale ? ['prod-eu'] : [],
    );
  });

  it('tells of a stale cluster what the posture of the entity tells', () => {
    const record = anEntity({ mapping: inClusters('prod-eu', 'prod-us') });
    const clusters = [
      aCluster({ state: 'unreachable' }),
      aDeadCluster({ title: 'Production US' }),
    ];
    const { staleClusters } = rowOf(record, clusters);
    expect(staleClusters).toEqual([
      {
        cluster: 'prod-eu',
        state: 'unreachable',
        lastSuccessAt: '2026-11-21T11:50:00.000Z',
      },
      { cluster: 'prod-us', title: 'Production US', state: 'unreachable' },
    ]);
    expect(
      clusters.map(cluster => clusterFreshness(cluster, record.parts)),
    ).toMatchObject(staleClusters);
  });

  it('counts as blocking only what runs in production, where any cluster is', () => {
    const record = anEntity({
      parts: [aPart(), aPart({ cluster: 'staging', tallies: failing })],
    });
    const clusters = [
      aCluster({ production: true }),
      aCluster({ name: 'staging' }),
    ];
    expect(rowOf(record, clusters)).toMatchObject({
      readiness: 'ready',
      open: { critical: 1 },
      blocking: { critical: 0, high: 0 },
    });
  });

  it('names the time of those clusters that were swept whole', () => {
    const record = anEntity({
      mapping: inClusters('prod-eu', 'staging'),
      parts: [aPart(), aPart({ cluster: 'staging' })],
    });
    const never = { lastSuccessAt: undefined };
    const staging = aCluster({ name: 'staging', ...never });
    expect(rowOf(record, [aCluster(), staging]).lastSuccessAt).toBe(
      '2026-11-21T11:50:00.000Z',
    );
    expect(rowOf(record, [aCluster(never), staging])).not.toHaveProperty(
      'lastSuccessAt',
    );
  });

  it('has no score where nothing was judged', () => {
    const row = rowOf(anEntity({ parts: [] }), [aCluster()]);
    expect(row).toMatchObject({
      state: 'noWorkloads',
      readiness: 'unknown',
      score: { value: null, grade: null, coverage: null },
      workloads: 0,
    });
  });
});
