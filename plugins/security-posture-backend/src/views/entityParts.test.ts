import { ControlTally } from 'security-posture-engine';
import {
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  MEDIUM,
  settings,
} from './__testUtils__/samples';
import {
  countControls,
  countOpen,
  countWorkloads,
  partsOfProfile,
  passingControls,
  tallyParts,
} from './entityParts';

const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0, fail: {} };

describe('countControls', () => {
  it.each([
    [
      'fails anywhere',
      { ...NONE, pass: 5, notEvaluated: 1, fail: { low: 1 } },
      'failing',
    ],
    ['fails at severity info only', { ...NONE, fail: { info: 1 } }, 'passing'],
    [
      'could not be judged on one',
      { ...NONE, pass: 5, notEvaluated: 1 },
      'notEvaluated',
    ],
    [
      'passes where it applies',
      { ...NONE, pass: 1, notApplicable: 4 },
      'passing',
    ],
    ['applies nowhere', { ...NONE, notApplicable: 4 }, 'notApplicable'],
  ] as const)('a control that %s', (_, tally, state) => {
    expect(countControls({ [CRITICAL]: tally }, [])).toEqual({
      failing: 0,
      exempted: 0,
      passing: 0,
      notEvaluated: 0,
      notApplicable: 0,
      [state]: 1,
    });
  });
});

describe('passingControls', () => {
  it.each<[string, ControlTally, boolean]>([
    ['passes everywhere', { ...NONE, pass: 2 }, true],
    ['passes where it applies', { ...NONE, pass: 1, notApplicable: 4 }, true],
    ['applies nowhere', { ...NONE, notApplicable: 4 }, true],
    ['fails at severity info only', { ...NONE, fail: { info: 1 } }, true],
    ['fails once', { ...NONE, pass: 9, fail: { low: 1 } }, false],
    ['was not judged on one', { ...NONE, pass: 9, notEvaluated: 1 }, false],
    ['was judged on nothing', NONE, false],
  ])('a control that %s', (_, tally, passes) => {
    expect(passingControls({ [CRITICAL]: tally })).toEqual(
      passes ? [CRITICAL] : [],
    );
  });
});

describe('tallyParts', () => {
  it('adds up the clusters, and leaves out what is not in the profile', () => {
    const fail = (severity: 'high' | 'critical') => ({
      ...NONE,
      fail: { [severity]: 2 },
    });
    const tallies = tallyParts(
      [
        aPart({
          tallies: { [HIGH]: fail('high'), unlisted: fail('critical') },
        }),
        aPart({ tallies: { [HIGH]: fail('critical'), [MEDIUM]: NONE } }),
      ],
      settings.profile,
    );
    expect(Object.keys(tallies).sort()).toEqual([HIGH, MEDIUM].sort());
    expect(countOpen(tallies)).toEqual({
      critical: 2,
      high: 2,
      medium: 0,
      low: 0,
      info: 0,
    });
  });
});

describe('partsOfProfile', () => {
  it('leaves out parts that were counted over another version', () => {
    const record = anEntity({
      parts: [
        aPart({ subjects: 2 }),
        aPart({ profile: 'workload@0.1', subjects: 7 }),
      ],
    });
    expect(countWorkloads(partsOfProfile(record.parts, settings.profile))).toBe(
      2,
    );
  });
});
