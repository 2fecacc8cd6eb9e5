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

  const OPEN = {
    ...fail([{ path: 'API server', message: 'has a public address' }]),
    mayBeAttested: true,
  };

  it('lets a failure pass that may be attested', () => {
    const judgement = attested(OPEN, YES, NOW);
    expect([judgement.outcome, judgement.note]).toEqual([
      'pass',
      'attested by user:default/vera until 2026-12-01',
    ]);
  });

  it.each([
    ['expired', { ...YES, expiresAt: NOW }],
    ['of the failure itself', { ...YES, outcome: 'fail' as const }],
  ])('leaves such a failure to an attestation that is %s', (_, attestation) => {
    expect(attested(OPEN, attestation, NOW)).toBe(OPEN);
  });

  it.each([
    ['a pass', pass()],
    ['a fail', fail([{ path: 'spec', message: 'is wrong' }])],
    ['what could not be read', notEvaluated('forbidden')],
  ])('says nothing about %s', (_, judgement) => {
    expect(attested(judgement, YES, NOW)).toBe(judgement);
  });
});
