import { fail, notEvaluated, pass } from '../kit/judgements';
import { attested } from './attested';

const NOW = Date.UTC(2026, 10, 21);
const MANUAL = notEvaluated('manual');
const YES = {
  control: 'penetration-test',
  outcome: 'pass',
  author: 'user:default/vera',
  expiresAt: Date.UTC(2026, 11, 1),
} as const;

describe('attested', () => {
  it.each([
    ['a pass in force', YES, 'pass', /attested by .*vera until 2026-12-01/],
    ['a fail in force', { ...YES, outcome: 'fail' as const }, 'fail', /vera/],
    [
      'an expired one',
      { ...YES, expiresAt: NOW },
      'notEvaluated',
      /expired on 2026-11-21/,
    ],
  ])('takes %s', (_, attestation, outcome, note) => {
    const judgement = attested(MANUAL, attestation, NOW);
    expect(judgement.outcome).toBe(outcome);
    expect(judgement.note).toMatch(note);
  });

  it.each([
    ['a pass', pass()],
    ['a fail', fail([{ path: 'spec', message: 'is wrong' }])],
    ['what could not be read', notEvaluated('forbidden')],
  ])('says nothing about %s', (_, judgement) => {
    expect(attested(judgement, YES, NOW)).toBe(judgement);
  });
});
