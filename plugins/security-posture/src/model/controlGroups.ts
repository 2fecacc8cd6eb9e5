import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { bySeverity } from './severities';

/** Controls by how they stand over all that the user may see. */
export interface ControlGroups {
  /** Those that fail somewhere. */
  failing: ControlStanding[];
  /** Those all of whose fails are exempted. */
  exempted: ControlStanding[];
  /** Those that fail nowhere, but could not be judged everywhere. */
  notEvaluated: ControlStanding[];
  /** Those that were judged everywhere and fail nowhere. */
  clean: ControlStanding[];
  /** Those of which nothing is known: nothing was judged, or the user may not see it. */
  unknown: ControlStanding[];
  /** Those outside the profile: nothing of them is summed up. */
  optional: ControlStanding[];
}

/** The group of a control. */
export type ControlGroup = keyof ControlGroups;

/** Orders of lists of controls. */
export const CONTROL_ORDERS = [
  'severity',
  'failing',
  'subjects',
  'change',
] as const;

/** An order of lists of controls. */
export type ControlOrder = (typeof CONTROL_ORDERS)[number];

const COMPARE: Readonly<
  Record<
    ControlOrder,
    (left: ControlStanding, right: ControlStanding) => number
  >
> = {
  severity: (left, right) => bySeverity(left.severity, right.severity),
  failing: (left, right) =>
    (right.numbers?.failing ?? 0) - (left.numbers?.failing ?? 0),
  subjects: (left, right) =>
    (right.numbers?.subjects ?? 0) - (left.numbers?.subjects ?? 0),
  change: (left, right) => (right.change ?? 0) - (left.change ?? 0),
};

/** Puts each control into its group, in an order; what is alike in it goes by severity, then by how many fail. */
export function groupControls(
  standings: readonly ControlStanding[],
  order: ControlOrder,
): ControlGroups {
  const groups: ControlGroups = {
    failing: [],
    exempted: [],
    notEvaluated: [],
    clean: [],
    unknown: [],
    optional: [],
  };
  const sorted = [...standings].sort(
    (left, right) =>
      COMPARE[order](left, right) ||
      COMPARE.severity(left, right) ||
      COMPARE.failing(left, right),
  );
  for (const standing of sorted) groups[groupOf(standing)].push(standing);
  return groups;
}

/** How a control stands. */
export function groupOf({ numbers, optional }: ControlStanding): ControlGroup {
  if (optional) return 'optional';
  if (!numbers) return 'unknown';
  if (numbers.failing > 0) return 'failing';
  if (numbers.exempted > 0) return 'exempted';
  return numbers.notEvaluated > 0 ? 'notEvaluated' : 'clean';
}

/** On how many entities or clusters anything was looked at. */
export function lookedAt(
  numbers: NonNullable<ControlStanding['numbers']>,
): number {
  const { failing, exempted, notEvaluated, clean } = numbers;
  return failing + exempted + notEvaluated + clean;
}
