import { compareVersions, parseVersion } from './version';

describe('parseVersion', () => {
  it.each([
    ['1.36.4', { numbers: [1, 36, 4] }],
    ['v1.36.4', { numbers: [1, 36, 4] }],
    ['v1.33.0-eks-a1b2', { numbers: [1, 33, 0], build: 'eks-a1b2' }],
    ['v1.31.1+k3s1', { numbers: [1, 31, 1], build: 'k3s1' }],
    ['1.33.13-gke.1499000', { numbers: [1, 33, 13], build: 'gke.1499000' }],
    ['v1.37.0-alpha.2', { numbers: [1, 37, 0], preRelease: 'alpha.2' }],
    [
      'v1.36.0-rc.1+k3s1',
      { numbers: [1, 36, 0], preRelease: 'rc.1', build: 'k3s1' },
    ],
    ['2.0.0-rc.1', { numbers: [2, 0, 0], preRelease: 'rc.1' }],
    ['1.33+', { numbers: [1, 33, 0] }],
    ['27', { numbers: [27, 0, 0] }],
    ['1.7.24-0ubuntu1~24.04', { numbers: [1, 7, 24], build: '0ubuntu1~24.04' }],
    [' v1.2.3 ', { numbers: [1, 2, 3] }],
  ])('reads %s', (text, expected) => {
    expect(parseVersion(text)).toEqual(expected);
  });

  it.each([
    '',
    'garbage',
    'v',
    '1.x',
    '1..2',
    'one.two.three',
    '1.2.3 4',
    `1.2.${'9'.repeat(400)}`,
    `1.2.3-${'a'.repeat(101)}`,
  ])('refuses "%s"', text => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('compareVersions', () => {
  it('puts them in order', () => {
    const inOrder = [
      '1.9.10',
      '1.31.0-alpha.1',
      '1.31.0-alpha.10',
      '1.31.0-beta.0',
      '1.31.0-rc.1',
      '1.31.0',
      '1.31.9',
      '1.31.10',
      '1.32',
      '2.0.0',
    ].map(text => parseVersion(text)!);
    const mixed = [...inOrder].reverse();
    expect(mixed.sort(compareVersions)).toEqual(inOrder);
  });

  it('does not look at what a builder added', () => {
    expect(
      compareVersions(parseVersion('1.31.1+k3s1')!, parseVersion('1.31.1')!),
    ).toBe(0);
  });
});
