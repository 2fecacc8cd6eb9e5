import type {
  ExemptionState,
  FindingExemption,
} from 'backstage-plugin-security-posture-common';

/** Days before its end from which on an exemption is said to end soon. */
const SOON_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is known of an exemption wherever it is shown, on its finding and in lists. */
export type StandingExemption = Omit<FindingExemption, 'state'> & {
  state: ExemptionState;
  /** Findings that it covers now, where that is known. */
  appliesTo?: number;
};

/** Where an exemption stands, as people are told. */
export type ExemptionStage =
  | 'requested'
  | 'reopened'
  | 'inForce'
  | 'ending'
  | 'nothing'
  | 'denied'
  | 'expired'
  | 'ended';

/** Where an exemption stands at a time in epoch milliseconds. One whose end has come is over, whatever its state says. */
export function stageOf(
  { state, expiresAt, reopenedAt, appliesTo }: StandingExemption,
  now: number,
): ExemptionStage {
  if (state === 'denied') return 'denied';
  if (state === 'revoked') return 'ended';
  const left = Date.parse(expiresAt) - now;
  if (state === 'expired' || left <= 0) return 'expired';
  if (state === 'pending' && reopenedAt) return 'reopened';
  if (appliesTo === 0) return 'nothing';
  if (state === 'pending') return 'requested';
  return left <= SOON_DAYS * DAY_MS ? 'ending' : 'inForce';
}

/** Whole days from now to an end; 0 on the last one. */
export function daysLeft(expiresAt: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(expiresAt) - now) / DAY_MS));
}
