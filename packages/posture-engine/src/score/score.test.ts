import * as fc from 'fast-check';
import { Outcome } from '../model/outcome';
import { Severity } from '../model/severity';
import {
  addTallies,
  ControlTallies,
  TalliedFinding,
  tallyFindings,
} from './controlTally';
import { coverageOf } from './coverageOf';
import { Profile } from './profile';
import { rankFixes } from './rankFixes';
import { readinessOf } from './readiness';
import { exactScore, gradeOf, scoreTallies } from './scoreTallies';

const WEIGHED: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** A profile of ten controls of each severity: `critical-0`, `low-9`. */
const PROFILE: Profile = {
  id: 'test',
  version: '1',
  severities: Object.fromEntries(
    WEIGHED.flatMap(severity =>
      Array.from({ length: 10 }, (_, index) => [
        `${severity}-${index}`,
        severity,
      ]),
    ),
  ),
};
const IDS = Object.keys(PROFILE.severities);

function finding(
  control: string,
  outcome: Outcome,
  rest: Partial<TalliedFinding> = {},
): TalliedFinding {
  return { control, outcome, severity: PROFILE.severities[control], ...rest };
}

/** Tallies of one workload that fails so many controls of each severity and passes the rest. */
function failing(counts: Partial<Record<Severity, number>>): ControlTallies {
  return tallyFindings(
    IDS.map(id => {
      const [severity, index] = id.split('-') as [Severity, string];
      return finding(
        id,
        Number(index) < (counts[severity] ?? 0) ? 'fail' : 'pass',
      );
    }),
  );
}

const anOutcome = fc.constantFrom<Outcome>(
  'pass',
  'fail',
  'notEvaluated',
  'notApplicable',
);
const someFindings = fc.array(
  fc
    .record({ control: fc.constantFrom(...IDS), outcome: anOutcome })
    .map(({ control, outcome }) => finding(control, outcome)),
  { minLength: 1, maxLength: 120 },
);

describe('scoreTallies', () => {
  it.each([
    ['one critical', { critical: 1 }, 31, 'F'],
    [
      'a critical, three high, six medium, six low',
      { critical: 1, high: 3, medium: 6, low: 6 },
      16,
      'F',
    ],
    ['the same without the critical', { high: 3, medium: 6, low: 6 }, 50, 'D'],
    ['six medium, six low', { medium: 6, low: 6 }, 76, 'C'],
    ['one medium', { medium: 1 }, 85, 'C'],
    ['one low', { low: 1 }, 97, 'B'],
    ['nothing', {}, 100, 'A'],
  ] as const)('%s', (_, counts, value, grade) => {
    expect(scoreTallies(failing(counts), PROFILE)).toEqual({
      value,
      grade,
      coverage: 1,
    });
  });

  it('is 99 where nothing fails and something was not evaluated', () => {
    const findings = IDS.map((id, index) =>
      finding(id, index === 0 ? 'notEvaluated' : 'pass'),
    );
    expect(scoreTallies(tallyFindings(findings), PROFILE).value).toBe(99);
  });

  it('is null, never 0 nor 100, where nothing was evaluated', () => {
    expect(scoreTallies({}, PROFILE)).toEqual({
      value: null,
      grade: null,
      coverage: null,
    });
    const none = tallyFindings(IDS.map(id => finding(id, 'notEvaluated')));
    expect(scoreTallies(none, PROFILE)).toEqual({
      value: null,
      grade: null,
      coverage: 0,
    });
  });

  it('is null below half of coverage', () => {
    const findings = IDS.map(id =>
      finding(id, id.startsWith('low') ? 'pass' : 'notEvaluated'),
    );
    const score = scoreTallies(tallyFindings(findings), PROFILE);
    expect(score.value).toBeNull();
    expect(score.coverage).toBeCloseTo(0.05);
  });

  it('does not count findings of severity info', () => {
    const findings = [
      ...IDS.map(id => finding(id, 'pass')),
      finding('high-0', 'fail', { severity: 'info' }),
    ];
    expect(scoreTallies(tallyFindings(findings), PROFILE).value).toBe(100);
  });

  it('takes the band from a finding that is graver than its control', () => {
    const findings = IDS.map(id =>
      finding(
        id,
        id === 'high-0' ? 'fail' : 'pass',
        id === 'high-0' ? { severity: 'critical' } : {},
      ),
    );
    expect(scoreTallies(tallyFindings(findings), PROFILE).grade).toBe('F');
  });

  it('does not let a consequence set the band', () => {
    const findings = IDS.map(id => {
      if (id === 'medium-0') return finding(id, 'fail');
      return id === 'high-0'
        ? finding(id, 'fail', { consequenceOf: 'medium-0' })
        : finding(id, 'pass');
    });
    expect(scoreTallies(tallyFindings(findings), PROFILE).grade).toBe('C');
  });

  it.each([
    [100, 'A'],
    [99, 'B'],
    [90, 'B'],
    [89, 'C'],
    [70, 'C'],
    [69, 'D'],
    [40, 'D'],
    [39, 'F'],
    [0, 'F'],
  ] as const)('grades %d as %s', (value, grade) => {
    expect(gradeOf(value)).toBe(grade);
  });
});

describe('properties of the score', () => {
  it('stays between 0 and 100, or is null', () => {
    fc.assert(
      fc.property(someFindings, findings => {
        const { value } = scoreTallies(tallyFindings(findings), PROFILE);
        expect(
          value === null ||
            (value >= 0 && value <= 100 && Number.isInteger(value)),
        ).toBe(true);
      }),
    );
  });

  it('never falls when one fail becomes a pass', () => {
    fc.assert(
      fc.property(someFindings, fc.nat(), (findings, seed) => {
        const fails = findings.flatMap(({ outcome }, index) =>
          outcome === 'fail' ? [index] : [],
        );
        fc.pre(fails.length > 0);
        const fixed = fails[seed % fails.length];
        const after = findings.map((one, index) =>
          index === fixed ? { ...one, outcome: 'pass' as const } : one,
        );
        expect(
          exactScore(tallyFindings(after), PROFILE),
        ).toBeGreaterThanOrEqual(exactScore(tallyFindings(findings), PROFILE));
      }),
    );
  });

  it('is not diluted by workloads that pass', () => {
    fc.assert(
      fc.property(
        someFindings,
        fc.integer({ min: 1, max: 20 }),
        (findings, more) => {
          const judged = [...new Set(findings.map(({ control }) => control))];
          const passes = Array.from({ length: more }, () =>
            judged.map(control => finding(control, 'pass')),
          ).flat();
          expect(
            exactScore(tallyFindings([...findings, ...passes]), PROFILE),
          ).toBe(exactScore(tallyFindings(findings), PROFILE));
        },
      ),
    );
  });

  it('does not rise when evidence is lost: a fail that cannot be judged any more stays', () => {
    fc.assert(
      fc.property(someFindings, findings => {
        const lost = findings.map(one =>
          one.outcome === 'fail'
            ? { ...one, stale: true }
            : { ...one, outcome: 'notEvaluated' as const },
        );
        const before = scoreTallies(tallyFindings(findings), PROFILE).value;
        const after = scoreTallies(tallyFindings(lost), PROFILE).value;
        expect(after === null || (before !== null && after <= before)).toBe(
          true,
        );
      }),
    );
  });

  it('adds parts up to the tallies of the whole', () => {
    fc.assert(
      fc.property(someFindings, someFindings, (left, right) => {
        const whole = tallyFindings([...left, ...right]);
        const sum = addTallies([tallyFindings(left), tallyFindings(right)]);
        expect(sum).toEqual(whole);
      }),
    );
  });
});

describe('coverageOf', () => {
  it.each([
    [
      'a stale fail is no evidence',
      [finding('high-0', 'fail', { stale: true }), finding('high-1', 'pass')],
      0.5,
    ],
    [
      'not applicable leaves the sum',
      [finding('critical-0', 'notApplicable'), finding('low-0', 'pass')],
      1,
    ],
    [
      'weights count',
      [finding('critical-0', 'notEvaluated'), finding('high-0', 'pass')],
      6 / 16,
    ],
    [
      'shares of subjects count',
      [finding('low-0', 'pass'), finding('low-0', 'notEvaluated')],
      0.5,
    ],
  ])('%s', (_, findings, expected) => {
    expect(coverageOf(tallyFindings(findings), PROFILE)).toBeCloseTo(expected);
  });

  it('is null where nothing is applicable', () => {
    const findings = [finding('low-0', 'notApplicable')];
    expect(coverageOf(tallyFindings(findings), PROFILE)).toBeNull();
  });
});

describe('rankFixes', () => {
  it('puts the fix with the greatest gain first, and says what it brings', () => {
    const [first] = rankFixes(
      failing({ critical: 1, high: 3, medium: 6, low: 6 }),
      PROFILE,
    );
    expect(first).toMatchObject({
      control: 'critical-0',
      severityOpen: 1,
      severityFewer: 1,
    });
    expect([first.before.value, first.after.value]).toEqual([16, 50]);
  });

  it('counts in findings where the number stays', () => {
    const [first] = rankFixes(failing({ high: 3 }), PROFILE);
    expect(first).toMatchObject({
      severity: 'high',
      severityOpen: 3,
      severityFewer: 1,
    });
  });

  it('includes consequences in the gain of their cause, and offers them as no fix', () => {
    const findings = [
      finding('critical-0', 'fail'),
      finding('high-0', 'fail', { consequenceOf: 'critical-0' }),
      finding('low-0', 'fail'),
    ];
    const fixes = rankFixes(tallyFindings(findings), PROFILE);
    expect(fixes.map(({ control }) => control)).toEqual([
      'critical-0',
      'low-0',
    ]);
    expect(fixes[0].alsoEnds).toEqual(['high-0']);
    expect(fixes[0].after.value).toBe(97);
  });

  it('prefers, of equal gain, the fix that ends more findings', () => {
    const alike = {
      ...PROFILE,
      severities: { a: 'info', b: 'info' } as Profile['severities'],
    };
    const tallies = tallyFindings([
      { control: 'a', outcome: 'fail', severity: 'low' },
      { control: 'b', outcome: 'fail', severity: 'low' },
      { control: 'b', outcome: 'fail', severity: 'low' },
    ]);
    expect(rankFixes(tallies, alike).map(({ control }) => control)).toEqual([
      'b',
      'a',
    ]);
  });

  it('gains what the score rises by, for every fix', () => {
    fc.assert(
      fc.property(someFindings, findings => {
        for (const fix of rankFixes(tallyFindings(findings), PROFILE)) {
          const fixed = findings.map(one =>
            one.control === fix.control && one.outcome === 'fail'
              ? { ...one, outcome: 'pass' as const }
              : one,
          );
          expect(fix.after).toEqual(
            scoreTallies(tallyFindings(fixed), PROFILE),
          );
          expect(fix.gain).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('readinessOf', () => {
  const HOUR = 60 * 60 * 1000;
  const NOW = Date.UTC(2026, 10, 21);
  const fresh = [{ cluster: 'prod', lastSuccessAt: NOW - HOUR }];
  const clean = failing({ medium: 2 });
  const partly = tallyFindings(
    IDS.map(id =>
      finding(id, id.startsWith('critical') ? 'notEvaluated' : 'pass'),
    ),
  );

  it.each([
    ['medium findings only', clean, fresh, 'ready', []],
    [
      'a critical',
      failing({ critical: 1 }),
      fresh,
      'notReady',
      ['openFindings'],
    ],
    ['a high', failing({ high: 2 }), fresh, 'notReady', ['openFindings']],
    [
      'a blocker wins over missing evidence',
      failing({ high: 1 }),
      [],
      'notReady',
      ['openFindings'],
    ],
    ['too little coverage', partly, fresh, 'unknown', ['lowCoverage']],
    ['nothing evaluated', {}, fresh, 'unknown', ['nothingEvaluated']],
    [
      'a cluster never swept',
      clean,
      [...fresh, { cluster: 'dr', lastSuccessAt: undefined }],
      'unknown',
      ['neverSweptCluster'],
    ],
    [
      'a sweep older than a day',
      clean,
      [{ cluster: 'prod', lastSuccessAt: NOW - 25 * HOUR }],
      'unknown',
      ['staleCluster'],
    ],
    [
      'a sweep just within the day',
      clean,
      [{ cluster: 'prod', lastSuccessAt: NOW - 24 * HOUR }],
      'ready',
      [],
    ],
  ] as const)('%s', (_, tallies, clusters, readiness, kinds) => {
    const answer = readinessOf(tallies, PROFILE, clusters, NOW);
    expect(answer.readiness).toBe(readiness);
    expect(answer.reasons.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('counts a stale blocker', () => {
    const stale = tallyFindings([
      finding('critical-0', 'fail', { stale: true }),
      finding('low-0', 'pass'),
    ]);
    expect(readinessOf(stale, PROFILE, fresh, NOW).readiness).toBe('notReady');
  });
});
