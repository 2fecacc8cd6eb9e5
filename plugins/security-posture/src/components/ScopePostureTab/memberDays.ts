import type { TrendPoint } from 'backstage-plugin-security-posture-common';

/** How the members stood at the end of a day. */
export interface MemberDay
  extends Pick<TrendPoint, 'day' | 'effective' | 'open' | 'steps'> {
  judged: number;
  /** Judged ones without a critical or high finding that counts. */
  unblocked: number;
  p10: number | null;
}

/** The days on which something is known of the members, oldest first. */
export function memberDays(points: readonly TrendPoint[]): MemberDay[] {
  return points.flatMap(({ day, effective, open, steps, members }) =>
    members
      ? {
          day,
          effective,
          open,
          steps,
          judged: members.judged,
          unblocked: members.judged - members.notReady,
          p10: members.p10,
        }
      : [],
  );
}

/** Those that differ from the day before, newest first; the first one always does. */
export function changedDays(days: readonly MemberDay[]): MemberDay[] {
  return days
    .filter(
      (day, index) =>
        index === 0 || measuresOf(day) !== measuresOf(days[index - 1]),
    )
    .reverse();
}

function measuresOf({ judged, unblocked, effective, open, p10 }: MemberDay) {
  return [judged, unblocked, effective, p10, open.critical, open.high].join(
    ' ',
  );
}
