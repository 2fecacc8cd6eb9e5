import { BASE_LIBRARY } from 'security-posture-engine';
import { judgingBy } from './Judging';
import { versionsOf } from './versionsOf';

describe('versionsOf', () => {
  const judging = judgingBy(BASE_LIBRARY);

  it('knows default profiles by their versions', () => {
    expect(versionsOf(judging)).toEqual({
      library: BASE_LIBRARY.version,
      profiles: { workload: '1.0', cluster: '1.0' },
    });
  });

  it('tells another profile from one of the same version', () => {
    const profile = { ...judging.profile, id: 'lumen' };
    expect(versionsOf({ ...judging, profile }).profiles).toEqual({
      workload: 'lumen@1.0',
      cluster: '1.0',
    });
  });
});
