import { Finding } from 'security-posture-engine';
import { diffFindings, JudgedSubject, OpenFindingRow } from './diffFindings';
import {
  aChange,
  aFail,
  aPass,
  notJudged,
  SampleFinding,
} from './__testUtils__/samples';

const NOW = 5000;

function judged(
  findings: readonly SampleFinding[],
  rest: Partial<JudgedSubject> = {},
): JudgedSubject {
  return { ...aChange('web', findings), ...rest };
}

/** The row that a finding has after it was opened at 1000. */
function rowOf(
  finding: SampleFinding,
  rest: Partial<OpenFindingRow> = {},
): OpenFindingRow {
  const [row] = diffFindings(judged([finding]), 'prod-eu', [], 1000).open;
  return { id: 7, ...row, ...rest };
}

describe('diffFindings', () => {
  it.each<[string, SampleFinding, OpenFindingRow | undefined, object]>([
    [
      'opens a fail',
      aFail('c'),
      undefined,
      {
        close: [],
        open: [{ control_id: 'c', outcome: 'fail', open_since: NOW }],
      },
    ],
    [
      'opens what cannot be judged',
      notJudged('c', 'parseError'),
      undefined,
      { close: [], open: [{ outcome: 'notEvaluated', reason: 'parseError' }] },
    ],
    [
      'opens nothing for a pass',
      aPass('c'),
      undefined,
      { close: [], open: [] },
    ],
    [
      'leaves an equal fail',
      aFail('c'),
      rowOf(aFail('c')),
      { close: [], open: [] },
    ],
    [
      'leaves an equal fail of PostgreSQL, whose times are text',
      aFail('c'),
      rowOf(aFail('c'), { open_since: '1000' }),
      { close: [], open: [] },
    ],
    [
      'closes a fail that passes',
      aPass('c'),
      rowOf(aFail('c')),
      { close: [{ id: 7, because: 'passed' }], open: [] },
    ],
    [
      'replaces other evidence',
      aFail('c', { actual: 'other' }),
      rowOf(aFail('c')),
      { close: [{ id: 7, because: 'changed' }], open: [{ open_since: 1000 }] },
    ],
    [
      'marks a fail stale',
      notJudged('c'),
      rowOf(aFail('c')),
      {
        close: [{ id: 7, because: 'changed' }],
        open: [{ outcome: 'fail', open_since: 1000, stale_since: NOW }],
      },
    ],
    [
      'leaves a stale fail',
      notJudged('c'),
      rowOf(aFail('c'), { stale_since: 3000 }),
      { close: [], open: [] },
    ],
    [
      'refreshes a stale fail',
      aFail('c'),
      rowOf(aFail('c'), { stale_since: 3000 }),
      {
        close: [{ id: 7, because: 'changed' }],
        open: [{ stale_since: null, open_since: 1000 }],
      },
    ],
    [
      'replaces another reason',
      notJudged('c', 'tooLarge'),
      rowOf(notJudged('c')),
      {
        close: [{ id: 7, because: 'changed' }],
        open: [{ reason: 'tooLarge', open_since: 1000 }],
      },
    ],
    [
      'begins anew where what could not be judged fails',
      aFail('c'),
      rowOf(notJudged('c')),
      {
        close: [{ id: 7, because: 'changed' }],
        open: [{ outcome: 'fail', open_since: NOW }],
      },
    ],
  ])('%s', (_, finding, row, expected) => {
    const diff = diffFindings(
      judged([finding]),
      'prod-eu',
      row ? [row] : [],
      NOW,
    );
    expect(diff).toMatchObject(expected);
  });

  it('gives no row to what a gap explains, and ends the one that it had', () => {
    const subject = judged([notJudged('c')], { inGap: new Set(['c']) });
    const diff = diffFindings(subject, 'prod-eu', [rowOf(notJudged('c'))], NOW);
    expect(diff.close).toEqual([{ id: 7, because: 'changed' }]);
    expect(diff.open).toEqual([]);
    expect(diff.stored).toMatchObject([{ outcome: 'notEvaluated' }]);
  });

  it('stores a fail that cannot be judged as a stale fail with its cause', () => {
    const row = rowOf(aFail('c', { severity: 'critical', consequenceOf: 'd' }));
    const { stored } = diffFindings(
      judged([notJudged('c')]),
      'prod-eu',
      [row],
      NOW,
    );
    expect(stored).toMatchObject([
      {
        control: 'c',
        outcome: 'fail',
        severity: 'critical',
        consequenceOf: 'd',
        stale: true,
      },
    ]);
  });

  it('closes rows of controls that were not judged', () => {
    const diff = diffFindings(
      judged([aPass('other')]),
      'prod-eu',
      [rowOf(aFail('c'))],
      NOW,
    );
    expect(diff.close).toEqual([{ id: 7, because: 'changed' }]);
  });

  it('takes the proof of a patch from the sweep only where the evidence is new', () => {
    const proven = new Map([['c', false]]);
    const same = diffFindings(
      judged([aFail('c', { severity: 'low' })], { proven }),
      'prod-eu',
      [rowOf(aFail('c'), { patch_proven: 1 })],
      NOW,
    );
    expect(same.open).toMatchObject([{ patch_proven: true }]);
    const other = diffFindings(
      judged([aFail('c', { actual: 'x' })], { proven }),
      'prod-eu',
      [rowOf(aFail('c'), { patch_proven: 1 })],
      NOW,
    );
    expect(other.open).toMatchObject([{ patch_proven: false }]);
  });

  it('changes nothing that it was given', () => {
    const subject = judged([aFail('c')]);
    const frozen: readonly Finding[] = Object.freeze(
      subject.findings.map(finding => Object.freeze(finding)),
    );
    expect(() =>
      diffFindings(
        { ...subject, findings: frozen },
        'prod-eu',
        Object.freeze([
          Object.freeze(rowOf(aFail('c', { actual: 'x' }))),
        ]) as OpenFindingRow[],
        NOW,
      ),
    ).not.toThrow();
  });
});
