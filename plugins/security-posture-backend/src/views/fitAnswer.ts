import {
  EntityPosture,
  FindingView,
  FixFirstItem,
} from 'backstage-plugin-security-posture-common';

/** Most bytes of an entity's posture. */
export const MOST_POSTURE_BYTES = 200_000;

/** Most bytes of what stands first; its patches give way, the last first, for they are one request away. */
const MOST_FIX_BYTES = 80_000;

/** A posture as JSON that fits its limit: patches of Fix first give way, then the last findings, which `cursorAt` makes the next page of. */
export function fitAnswer(
  posture: EntityPosture,
  cursorAt: (offset: number) => string,
): string {
  // Mostly it is small enough for any part of it.
  const whole = JSON.stringify(posture);
  if (Buffer.byteLength(whole) <= MOST_FIX_BYTES) return whole;
  const fixes = fitFixes(posture.fixFirst);
  const { items, total, notes, nextCursor } = posture.findings;
  const rest = bytesOf({ ...posture, fixFirst: fixes, findings: {} });
  const fitting = fitFindings(items, MOST_POSTURE_BYTES - rest - 1_000);
  const next =
    fitting.length < items.length ? cursorAt(fitting.length) : nextCursor;
  return JSON.stringify({
    ...posture,
    fixFirst: fixes,
    findings: {
      items: fitting,
      total,
      notes,
      ...(next ? { nextCursor: next } : {}),
    },
  });
}

function fitFixes(fixes: readonly FixFirstItem[]): FixFirstItem[] {
  const fitting = fixes.map(fix => ({ ...fix, patches: [...fix.patches] }));
  for (const fix of [...fitting].reverse()) {
    while (fix.patches.length && bytesOf(fitting) > MOST_FIX_BYTES)
      fix.patches.pop();
  }
  return fitting;
}

function fitFindings(
  items: readonly FindingView[],
  budget: number,
): FindingView[] {
  let left = budget;
  const end = items.findIndex(item => {
    left -= bytesOf(item) + 1;
    return left < 0;
  });
  return end < 0 ? [...items] : items.slice(0, end);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
