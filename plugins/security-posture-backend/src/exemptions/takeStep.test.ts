import { ExemptionState } from 'backstage-plugin-security-posture-common';
import { StepTaken, takeStep } from './takeStep';

const SAM = 'user:default/sam';
const VERA = 'user:default/vera';
const NOW = Date.UTC(2026, 10, 22);
const END = NOW + 1000;

type What = StepTaken['what'];

function standing(state: ExemptionState, expiresAt = END) {
  const decided = state !== 'pending';
  return { state, expiresAt, ...(decided ? { decidedBy: VERA } : {}) };
}

const aStep = (what: What, rest: Partial<StepTaken> = {}): StepTaken => ({
  what,
  actor: SAM,
  at: NOW,
  ...rest,
});

const STATES: readonly ExemptionState[] = [
  'pending',
  'approved',
  'denied',
  'revoked',
  'expired',
];

const LIFE: Record<What, Partial<Record<ExemptionState, ExemptionState>>> = {
  approved: { pending: 'approved' },
  denied: { pending: 'denied' },
  shortened: { pending: 'pending', approved: 'approved' },
  revoked: { pending: 'revoked', approved: 'revoked' },
  expired: { pending: 'expired', approved: 'expired' },
  reopened: { approved: 'pending' },
};

describe.each(Object.keys(LIFE) as What[])('%s', what => {
  const shortening = what === 'shortened' ? { expiresAt: NOW + 500 } : {};

  const taken = (state: ExemptionState) => () =>
    takeStep(standing(state), aStep(what, shortening));
  const isOpen = (state: ExemptionState) => state in LIFE[what];

  it.each(STATES.filter(isOpen))('leads on from %s', state => {
    const to = LIFE[what][state];
    expect(taken(state)()).toEqual({
      state: to,
      expiresAt: END,
      ...shortening,
    });
  });

  it.each(STATES.filter(state => !isOpen(state)))(
    'is refused from %s',
    state => {
      expect(taken(state)).toThrow(
        expect.objectContaining({
          name: 'ConflictError',
          message: expect.stringContaining(`It cannot be ${what}, for`),
        }),
      );
    },
  );
});

it.each<[string, What, ExemptionState]>([
  ['an approval', 'approved', 'approved'],
  ['a denial', 'denied', 'denied'],
  ['a revocation', 'revoked', 'revoked'],
])('takes %s by the same person once', (_, what, state) => {
  expect(
    takeStep(standing(state), aStep(what, { actor: VERA })),
  ).toBeUndefined();
});

it('takes a shortening to the end that there is as none', () => {
  expect(
    takeStep(standing('approved'), aStep('shortened', { expiresAt: END })),
  ).toBeUndefined();
});

it.each<[string, ExemptionState, Partial<StepTaken>, What, string]>([
  [
    'says who decided already',
    'approved',
    {},
    'approved',
    `It cannot be approved, for the exemption is approved by ${VERA} already`,
  ],
  [
    'does not take an approval for another time as a repetition',
    'approved',
    { actor: VERA, expiresAt: NOW + 500 },
    'approved',
    `It cannot be approved, for the exemption is approved by ${VERA} already`,
  ],
  [
    'says that it has expired',
    'expired',
    {},
    'revoked',
    'It cannot be revoked, for the exemption has expired',
  ],
  [
    'says that it waits',
    'pending',
    {},
    'reopened',
    'It cannot be reopened, for the exemption waits for approval',
  ],
  [
    'makes nothing longer',
    'approved',
    { expiresAt: END + 1 },
    'shortened',
    'expiresAt must not be after 2026-11-22T00:00:01.000Z',
  ],
  [
    'approves nothing for longer',
    'pending',
    { expiresAt: END + 1 },
    'approved',
    'expiresAt must not be after',
  ],
  [
    'ends nothing in the past',
    'approved',
    { expiresAt: NOW },
    'shortened',
    'expiresAt must be in the future',
  ],
  [
    'approves nothing at its end',
    'pending',
    { at: END },
    'approved',
    'It cannot be approved, for it ended at 2026-11-22T00:00:01.000Z',
  ],
  [
    'shortens nothing after its end',
    'approved',
    { at: END + 1, expiresAt: NOW + 5 },
    'shortened',
    'It cannot be shortened, for it ended at',
  ],
])('%s', (_, state, rest, what, message) => {
  expect(() => takeStep(standing(state), aStep(what, rest))).toThrow(message);
});

it('approves for less time than was asked for', () => {
  expect(
    takeStep(standing('pending'), aStep('approved', { expiresAt: NOW + 1 })),
  ).toEqual({ state: 'approved', expiresAt: NOW + 1 });
});
