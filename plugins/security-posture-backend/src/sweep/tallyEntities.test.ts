import { workloadProfile } from 'security-posture-engine';
import { encodeOutcomes } from '../database/outcomes';
import { CONTROLS } from './__testUtils__/judgeIn';
import { profileKey, tallyEntity } from './tallyEntities';

describe('tallyEntity', () => {
  const profile = workloadProfile(CONTROLS);

  it('counts its workloads, and the outcomes of all its subjects over the controls of the profile', () => {
    const outcomes = encodeOutcomes([
      { control: 'host-pid', outcome: 'pass', severity: 'info' },
      {
        control: 'privileged-container',
        outcome: 'fail',
        severity: 'critical',
      },
      { control: 'not-in-the-profile', outcome: 'fail', severity: 'critical' },
    ]);
    const part = tallyEntity(
      'component:default/web',
      2,
      [outcomes, outcomes],
      profile,
    );
    expect(part).toMatchObject({
      scopeType: 'entity',
      scopeRef: 'component:default/web',
      profile: profileKey(profile),
      subjects: 2,
      tallies: {
        'host-pid': { pass: 2 },
        'privileged-container': { fail: { critical: 2 } },
      },
    });
    expect(Object.keys(part.tallies)).toEqual([
      'host-pid',
      'privileged-container',
    ]);
  });

  it('names the profile with its version', () => {
    expect(profileKey({ ...profile, id: 'own', version: '2.1' })).toBe(
      'own@2.1',
    );
  });
});
