import { controlsOfFramework } from './controlLibrary';

const DEFINED_BY_STRICTER_CHECKS = [
  'dangerous-capabilities',
  'host-path-volume',
  'seccomp-unconfined',
];

function idsOf(framework: 'pss-baseline' | 'pss-restricted', minor: number) {
  return controlsOfFramework(framework, { minor }).map(({ id }) => id);
}

describe('controlsOfFramework with a Pod Security Standard', () => {
  it.each([
    ['dangerous-capabilities', 21, true],
    ['dangerous-capabilities', 22, false],
    ['host-path-volume', 20, false],
    ['seccomp-unconfined', 20, false],
    ['proc-mount', 34, true],
    ['proc-mount', 36, true],
    ['host-pid', 36, true],
    ['drop-all-capabilities', 36, true],
  ])('restricted asks %s at 1.%i: %s', (id, minor, asked) => {
    expect(idsOf('pss-restricted', minor).includes(id)).toBe(asked);
  });

  it('baseline asks every check of its own at every version', () => {
    for (const minor of [20, 21, 22, 36]) {
      expect(idsOf('pss-baseline', minor)).toEqual(
        expect.arrayContaining(DEFINED_BY_STRICTER_CHECKS),
      );
      expect(idsOf('pss-baseline', minor)).not.toContain(
        'drop-all-capabilities',
      );
    }
  });

  it('takes the newest version where none is given', () => {
    expect(controlsOfFramework('pss-restricted')).toEqual(
      controlsOfFramework('pss-restricted', { minor: 36 }),
    );
  });
});
