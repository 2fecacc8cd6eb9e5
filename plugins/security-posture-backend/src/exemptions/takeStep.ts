import { ConflictError, InputError } from '@backstage/errors';
import {
  ExemptionState,
  ExemptionStep,
} from 'backstage-plugin-security-posture-common';
import { isoTime } from '../views/isoTime';

/** An exemption, as far as its next step depends on it. Times are epoch milliseconds. */
export interface ExemptionStanding {
  readonly state: ExemptionState;
  readonly expiresAt: number;
  readonly decidedBy?: string;
}

/** A step that somebody, or time, takes. */
export interface StepTaken {
  readonly what: Extract<
    ExemptionStep,
    'approved' | 'denied' | 'shortened' | 'revoked' | 'expired' | 'reopened'
  >;
  /** Ref of a user; `annotation`, or `system`. */
  readonly actor: string;
  readonly at: number;
  readonly note?: string;
  /** Of a step that shortens: the end from then on. */
  readonly expiresAt?: number;
}

/** What a step leads to. */
export interface NextStanding {
  readonly state: ExemptionState;
  readonly expiresAt: number;
}

/** The states from which each step leads on, and the state that it leads to; none: it stays. */
const LIFE: Readonly<
  Record<
    StepTaken['what'],
    { readonly from: readonly ExemptionState[]; readonly to?: ExemptionState }
  >
> = {
  approved: { from: ['pending'], to: 'approved' },
  denied: { from: ['pending'], to: 'denied' },
  shortened: { from: ['pending', 'approved'] },
  revoked: { from: ['pending', 'approved'], to: 'revoked' },
  expired: { from: ['pending', 'approved'], to: 'expired' },
  reopened: { from: ['approved'], to: 'pending' },
};

/** What people do not decide on before or after its end. */
const NEEDS_TIME: readonly StepTaken['what'][] = ['approved', 'shortened'];

/**
 * The standing that a step leads to, or undefined where the same actor has taken it already: asking twice is no mistake.
 * Throws a ConflictError, which says how the exemption stands, where the step does not lead on from there,
 * and an InputError where the end that is asked for is none.
 */
export function takeStep(
  standing: ExemptionStanding,
  step: StepTaken,
): NextStanding | undefined {
  if (isRepeated(standing, step)) return undefined;
  const { from, to = standing.state } = LIFE[step.what];
  if (!from.includes(standing.state))
    throw new ConflictError(
      `It cannot be ${step.what}, for ${inWords(standing)}`,
    );
  if (NEEDS_TIME.includes(step.what) && standing.expiresAt <= step.at)
    throw new ConflictError(
      `It cannot be ${step.what}, for it ended at ${isoTime(
        standing.expiresAt,
      )}. Ask for a new exemption`,
    );
  return { state: to, expiresAt: endOf(standing, step) };
}

/** How an exemption stands, in words. */
export function inWords({ state, decidedBy }: ExemptionStanding): string {
  if (state === 'pending') return 'the exemption waits for approval';
  if (state === 'expired') return 'the exemption has expired';
  return `the exemption is ${state} by ${decidedBy ?? 'nobody'} already`;
}

function isRepeated(
  { state, decidedBy, expiresAt }: ExemptionStanding,
  step: StepTaken,
): boolean {
  if (step.what === 'shortened')
    return (
      step.expiresAt === expiresAt &&
      LIFE.shortened.from.includes(state) &&
      expiresAt > step.at
    );
  return (
    LIFE[step.what].to === state &&
    decidedBy === step.actor &&
    (step.expiresAt === undefined || step.expiresAt === expiresAt)
  );
}

function endOf(
  { expiresAt }: ExemptionStanding,
  { expiresAt: wanted = expiresAt, at }: StepTaken,
): number {
  if (wanted > expiresAt)
    throw new InputError(
      `expiresAt must not be after ${isoTime(
        expiresAt,
      )}, when the exemption ends as it is. Ask for a new one to have it longer`,
    );
  if (wanted < expiresAt && wanted <= at)
    throw new InputError(
      'expiresAt must be in the future. Revoke the exemption to end it now',
    );
  return wanted;
}
