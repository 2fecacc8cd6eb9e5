import { Violation } from '../model/finding';

/** Violations that one finding lists. */
const LIMIT = 20;

/** At most 20 violations: where there are more, the last one says how many. */
export function cappedViolations(
  violations: readonly Violation[],
): readonly Violation[] {
  const more = violations.length - LIMIT;
  if (more <= 0) return violations;
  const cause = violations[0].consequenceOf;
  return [
    ...violations.slice(0, LIMIT),
    {
      path: violations[LIMIT].path,
      field: 'others',
      message: `and ${more} more`,
      actual: more,
      ...(cause && violations.every(one => one.consequenceOf === cause)
        ? { consequenceOf: cause }
        : {}),
    },
  ];
}
