import { hostPid } from '../controls/podSpec/hostPid';
import { privilegedContainer } from '../controls/podSpec/privilegedContainer';
import { Control, WorkloadControl } from '../model/control';
import { BASE_LIBRARY, createLibrary } from './createLibrary';

const BASE = { version: '1.2.3', controls: [hostPid] };
const MINE: WorkloadControl = { ...privilegedContainer, id: 'mine' };
const YOURS: Control = { ...privilegedContainer, id: 'yours' };

const mine = { module: 'one', version: '1', controls: [MINE] };
const yours = { module: 'two', version: '1', controls: [YOURS] };
const versionOf = (...added: Parameters<typeof createLibrary>[1]) =>
  createLibrary(BASE, added).version;

describe('createLibrary', () => {
  it('is its base where nothing is added', () => {
    expect(createLibrary(BASE_LIBRARY, [])).toBe(BASE_LIBRARY);
    expect(createLibrary(BASE, [{ ...mine, controls: [] }])).toBe(BASE);
  });

  it('holds what was added behind its base, in a version of its own', () => {
    const { controls, version } = createLibrary(BASE, [mine, yours]);
    expect(controls.map(({ id }) => id)).toEqual(['host-pid', 'mine', 'yours']);
    expect(version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/);
  });

  it('has another version for other controls, words, modules and versions of these', () => {
    const versions = [
      versionOf(mine),
      versionOf(yours),
      versionOf(mine, yours),
      versionOf({ ...mine, version: '2' }),
      versionOf({ ...mine, module: 'three' }),
      versionOf({ ...mine, controls: [{ ...MINE, severity: 'low' }] }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('has the same version whatever came first', () => {
    expect(versionOf(mine, yours)).toBe(versionOf(yours, mine));
    expect(versionOf({ ...mine, controls: [MINE, YOURS] })).toBe(
      versionOf({ ...mine, controls: [YOURS, MINE] }),
    );
  });

  it('takes a fix that throws for none', () => {
    const broken = () => {
      throw new Error('broken');
    };
    const [, control] = createLibrary(BASE, [
      { ...mine, controls: [{ ...MINE, patch: broken, remedy: broken }] },
    ]).controls as WorkloadControl[];
    expect(control.patch?.([])).toBeUndefined();
    expect(control.remedy?.({ type: 'workload' } as never, [])).toBeUndefined();
  });
});
