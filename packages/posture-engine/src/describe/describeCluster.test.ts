import { DEFAULT_TABLES } from '../data/defaultTables';
import { anInventory } from '../examples/anInventory';
import { describeCluster } from './describeCluster';

const NOW = Date.parse('2026-08-22T00:00:00Z');

describe('describeCluster', () => {
  it.each([
    [
      'v1.35.8',
      { kubernetes: { name: '1.35', product: 'kubernetes', cycle: '1.35' } },
    ],
    [
      'v1.35.4-eks-a1b2c3',
      {
        provider: 'Amazon EKS',
        managed: true,
        kubernetes: { name: '1.35', product: 'amazon-eks', cycle: '1.35' },
      },
    ],
    ['v1.99.0', { kubernetes: { name: '1.99' } }],
    ['latest', {}],
    [undefined, {}],
  ])('tells of %s who made it, and its line', (serverVersion, facts) => {
    const inventory = anInventory([], {
      fromCluster: true,
      ...(serverVersion ? { serverVersion } : {}),
    });
    expect(describeCluster(inventory, DEFAULT_TABLES, NOW)).toEqual(facts);
  });
});
