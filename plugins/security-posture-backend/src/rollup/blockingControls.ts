import { ControlTallies, ControlTally } from 'security-posture-engine';

/** Severities of findings that keep an entity from being ready, gravest first. */
const BLOCKING = ['critical', 'high'] as const;

/** A severity that keeps an entity from being ready. */
export type BlockingSeverity = (typeof BLOCKING)[number];

/**
 * The controls that must be fixed for nothing to block any more, each with its gravest severity. What follows from another
 * control is left out: it ends with its cause, and is never graver.
 */
export function blockingControls(
  tallies: ControlTallies,
): ReadonlyMap<string, BlockingSeverity> {
  const blocking = new Map<string, BlockingSeverity>();
  for (const [control, tally] of Object.entries(tallies)) {
    const gravest = BLOCKING.find(severity => ownFails(tally, severity) > 0);
    if (gravest) blocking.set(control, gravest);
  }
  return blocking;
}

function ownFails(tally: ControlTally, severity: BlockingSeverity): number {
  const caused = Object.values(tally.consequences ?? {}).reduce(
    (sum, cause) => sum + (cause[severity] ?? 0),
    0,
  );
  return (tally.fail[severity] ?? 0) - caused;
}
