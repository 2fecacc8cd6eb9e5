/** A listing that lost more than this share at once is not believed: nothing is deleted for it. */
const MOST_LOST = 0.2;

/** True where too much of what was there before is missing for the listing to be believed. */
export function lostTooMuch(
  missing: readonly unknown[],
  present: readonly unknown[],
): boolean {
  return missing.length > present.length * MOST_LOST;
}
