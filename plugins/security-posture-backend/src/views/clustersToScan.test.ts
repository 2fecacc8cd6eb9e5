import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
} from './__testUtils__/samples';
import { clustersToScan } from './clustersToScan';

const lab = aCluster({ name: 'lab', state: 'needsUserCredentials' });
const clusters = [
  aCluster(),
  aDeadCluster(),
  lab,
  aCluster({ name: 'staging' }),
];

function allowing(allowed: string[], found: string[]) {
  const parts = found.map(cluster => aPart({ cluster }));
  const entity = anEntity({ parts });
  const query = { ...entity.mapping.query!, clusters: allowed };
  return { ...entity, mapping: { ...entity.mapping, query } };
}

describe('clustersToScan', () => {
  it.each([
    [
      'runs in one of those that it may run in',
      ['prod-eu', 'prod-us', 'staging'],
      ['staging'],
      ['staging'],
    ],
    ['was found nowhere', ['prod-eu', 'prod-us'], [], ['prod-eu', 'prod-us']],
    ['may run only where users are admitted', ['lab'], [], []],
    [
      'was found where users are admitted only now',
      ['lab', 'prod-eu'],
      ['lab'],
      ['prod-eu'],
    ],
  ])('of an entity that %s', (_, allowed, found, expected) => {
    const scanned = clustersToScan(allowing(allowed, found), clusters);
    expect(scanned.map(({ name }) => name)).toEqual(expected);
  });
});
