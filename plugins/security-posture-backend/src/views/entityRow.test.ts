import {
  aCluster,
  anEntity,
  aPart,
  CRITICAL,
  HOUR,
  NOW,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { entityRow } from './entityRow';
import { sumEntity } from './sumEntity';

const failing = talliesBut({
  [CRITICAL]: {
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    fail: { critical: 1 },
  },
});

function rowOf(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
) {
  const sum = sumEntity(record, clusters, settings.profile);
  return entityRow(record, sum, clusters, settings, NOW);
}

describe('entityRow', () => {
  it('sums an entity up over its clusters', () => {
    const record = anEntity({
      title: 'Payments',
      owner: 'group:default/payments',
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
      open: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
      blocking: { critical: 1, high: 0 },
      workloads: 3,
      lastSuccessAt: '2026-11-21T10:00:00.000Z',
      staleClusters: [],
    });
  });

  it.each([
    ['does not answer', aCluster({ state: 'unreachable' }), ['prod-eu']],
    [
      'was swept over a day ago',
      aCluster({ lastSuccessAt: NOW - 25 * HOUR }),
      ['prod-eu'],
    ],
    [
      'never was swept whole',
      aCluster({ lastSuccessAt: undefined }),
      ['prod-eu'],
    ],
    ['was swept just now', aCluster(), []],
  ])('marks a cluster that %s', (_, cluster, stale) => {
    const row = rowOf(anEntity(), [cluster]);
    expect(row.staleClusters).toEqual(stale);
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

  it('names no time where one of its clusters never was swept whole', () => {
    const record = anEntity({
      parts: [aPart(), aPart({ cluster: 'staging' })],
    });
    const clusters = [
      aCluster(),
      aCluster({ name: 'staging', lastSuccessAt: undefined }),
    ];
    expect(rowOf(record, clusters)).not.toHaveProperty('lastSuccessAt');
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
