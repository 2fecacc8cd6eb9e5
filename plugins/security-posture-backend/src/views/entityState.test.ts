import { aCluster, aDeadCluster, anEntity } from './__testUtils__/samples';
import { entityState } from './entityState';

const userOnly = aCluster({
  name: 'lab',
  state: 'needsUserCredentials',
  sweepNo: 0,
  lastSuccessAt: undefined,
});
const waiting = aCluster({
  name: 'new',
  state: 'neverScanned',
  sweepNo: 0,
  lastSuccessAt: undefined,
});
const silent = aCluster({ state: 'unreachable' });

function mappedTo(clusters: string[]) {
  const entity = anEntity({ parts: [] });
  return {
    ...entity,
    mapping: {
      ...entity.mapping,
      query: { ...entity.mapping.query!, clusters },
    },
  };
}

describe('entityState', () => {
  it.each([
    ['has judged workloads', anEntity(), 1, [aCluster()], 'judged'],
    [
      'keeps its posture when its cluster went silent',
      anEntity(),
      1,
      [silent],
      'judged',
    ],
    ['has no cluster to run in', anEntity(), 0, [], 'noClusters'],
    [
      'asks for no workloads',
      {
        ...mappedTo(['prod-eu']),
        mapping: { ...anEntity().mapping, annotated: false },
      },
      0,
      [aCluster()],
      'notMapped',
    ],
    [
      'has a selector that cannot be read',
      { ...anEntity(), mapping: { ...anEntity().mapping, problem: 'no' } },
      0,
      [aCluster()],
      'notMapped',
    ],
    [
      'matches nothing in a swept cluster',
      mappedTo(['prod-eu']),
      0,
      [aCluster()],
      'noWorkloads',
    ],
    [
      'matches nothing in a cluster that was swept once',
      mappedTo(['prod-eu']),
      0,
      [silent],
      'noWorkloads',
    ],
    [
      'is pinned to a cluster that is not configured',
      mappedTo(['gone']),
      0,
      [aCluster()],
      'noWorkloads',
    ],
    [
      'waits for the first sweep',
      mappedTo(['new', 'prod-us']),
      0,
      [waiting, aDeadCluster()],
      'neverScanned',
    ],
    [
      'may run only where users are admitted',
      mappedTo(['lab']),
      0,
      [userOnly, aCluster()],
      'needsUserCredentials',
    ],
    [
      'may run in clusters that never answered',
      mappedTo(['prod-us', 'lab']),
      0,
      [aDeadCluster(), userOnly],
      'unreachable',
    ],
  ] as const)('an entity that %s', (_, record, workloads, clusters, state) => {
    expect(entityState(record, workloads, clusters)).toBe(state);
  });
});
