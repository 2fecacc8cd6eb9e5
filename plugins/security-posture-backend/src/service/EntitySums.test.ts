import {
  aCluster,
  anEntity,
  aPart,
  settings,
  talliesBut,
} from '../views/__testUtils__/samples';
import { EntitySums } from './EntitySums';

const failing = talliesBut({
  'privileged-container': {
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    fail: { critical: 1 },
  },
});

function sumOf(sums: EntitySums, record = anEntity(), clusters = [aCluster()]) {
  const round = sums.begin(clusters);
  const sum = round.sumOf(record);
  round.end();
  return sum;
}

describe('EntitySums', () => {
  it('keeps a sum while the parts read the same', () => {
    const sums = new EntitySums(settings.profile);
    const first = sumOf(sums);
    expect(sumOf(sums, anEntity({ parts: [aPart()] }))).toBe(first);
    expect(sumOf(sums, anEntity(), [aCluster({ sweepNo: 4 })])).toBe(first);
  });

  it.each([
    [
      'a tally changes',
      anEntity({ parts: [aPart({ tallies: failing })] }),
      { value: 31 },
      1,
    ],
    [
      'a cluster adds workloads',
      anEntity({
        parts: [aPart(), aPart({ cluster: 'staging', subjects: 4 })],
      }),
      { value: 100 },
      5,
    ],
    ['its last workload goes', anEntity({ parts: [] }), { value: null }, 0],
  ] as const)('adds up anew when %s', (_, record, score, workloads) => {
    const sums = new EntitySums(settings.profile);
    sumOf(sums);
    expect(sumOf(sums, record)).toMatchObject({ score, workloads });
  });

  it('adds up anew when another cluster becomes production', () => {
    const sums = new EntitySums(settings.profile);
    expect(sumOf(sums).counted).not.toEqual({});
    const clusters = [
      aCluster(),
      aCluster({ name: 'staging', production: true }),
    ];
    expect(sumOf(sums, anEntity(), clusters).counted).toEqual({});
  });

  it('forgets entities that a round does not ask for', () => {
    const sums = new EntitySums(settings.profile);
    const first = sumOf(sums);
    sums.begin([]).end();
    expect(sumOf(sums)).not.toBe(first);
  });
});
