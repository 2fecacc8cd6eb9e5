import { resolve } from 'node:path';
import { parseFlags } from './parseFlags';

describe('parseFlags', () => {
  it('reads written clusters', () => {
    const flags = [
      '--cluster',
      'name=prod-eu,port=17001,data=data/prod-eu,data=more,version=v1.35.8,token=a=b',
      '--cluster',
      'name=empty',
      '--control-port',
      '17000',
    ];
    expect(parseFlags(flags)).toEqual({
      controlPort: 17000,
      clusters: [
        {
          name: 'prod-eu',
          port: 17001,
          version: 'v1.35.8',
          data: [resolve('data/prod-eu'), resolve('more')],
          tokens: [{ token: 'a=b', rules: 'all' }],
        },
        { name: 'empty', port: 0, version: undefined, data: [] },
      ],
    });
  });

  it('reads generated clusters', () => {
    const flags = ['--size', 'M', '--seed', '7', '--clusters', '2'];
    const { clusters } = parseFlags([
      ...flags,
      '--base-port',
      '17001',
      '--token',
      't',
    ]);
    expect(clusters).toEqual(
      [0, 1].map(cluster => ({
        name: `cluster-0${cluster + 1}`,
        port: 17001 + cluster,
        data: [],
        generate: { size: 'M', seed: 7, cluster },
        tokens: [{ token: 't', rules: 'all' }],
      })),
    );
  });

  it('reads how much the clusters keep', () => {
    const flags = ['--size', 'S', '--cache-characters', '1000'];
    expect(parseFlags(flags).cacheCharacters).toBe(1000);
  });

  it('starts all clusters of a size by default', () => {
    expect(parseFlags(['--size', 'L']).clusters).toHaveLength(10);
  });

  it.each([
    ['nothing', [], 'no cluster was asked for'],
    ['an unknown flag', ['--ports', '1'], `Unknown option '--ports'`],
    ['an unknown size', ['--size', 'XXL'], 'a size is one of S, M, L, XL'],
    [
      'too many clusters',
      ['--size', 'S', '--clusters', '3'],
      'size S has 2 clusters, not 3',
    ],
    [
      'no number',
      ['--size', 'S', '--seed', 'x'],
      '--seed must be a whole number',
    ],
    ['a cluster without a name', ['--cluster', 'port=1'], 'has no name'],
    ['an unknown part', ['--cluster', 'name=a,colour=red'], `not 'colour=red'`],
  ])('refuses %s', (_name, flags, message) => {
    expect(() => parseFlags(flags)).toThrow(message);
  });
});
