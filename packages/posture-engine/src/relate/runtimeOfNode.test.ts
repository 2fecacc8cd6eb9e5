import { runtimeOf } from './runtimeOfNode';

describe('runtimeOf', () => {
  it.each([
    ['containerd://1.7.24', 'containerd', [1, 7, 24]],
    ['containerd://2.1.4-k3s1', 'containerd', [2, 1, 4]],
    ['cri-o://1.33.5-3.rhaos4.20.git0e3a6ee.el9', 'cri-o', [1, 33, 5]],
    ['docker://27.5.1', 'docker', [27, 5, 1]],
  ])('reads %s', (text, name, numbers) => {
    expect(runtimeOf(text)).toMatchObject({ name, version: { numbers } });
  });

  it('knows the name where the version is none', () => {
    expect(runtimeOf('containerd://Unknown')).toEqual({
      name: 'containerd',
      version: undefined,
    });
  });

  it.each(['', 'containerd', '://1.2.3', `c://${'1'.repeat(200)}`])(
    'refuses "%s"',
    text => {
      expect(runtimeOf(text)).toBeUndefined();
    },
  );
});
