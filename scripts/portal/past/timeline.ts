import { PersonStep, Story } from './Story';
import { storyEnd, storyTime } from './storyTime';

/** Days before today at which the story begins: as far back as findings are kept. */
export const FIRST_DAY = { daysAgo: 89, at: '06:00' };

/** So that what has ended is found ended, in milliseconds. */
const AFTER_AN_END = 60_000;

/** A time at which the past is looked at. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly time: number;
  /** What people do then. */
  readonly steps: readonly PersonStep[];
}

/** The times at which something begins, changes or ends, the first first. `now` is in epoch milliseconds. */
export function timelineOf({ changes, steps }: Story, now: number): Moment[] {
  const ends = steps
    .flatMap(({ asks, attests }) => asks ?? attests ?? [])
    .map(({ endsInDays }) => storyEnd(endsInDays, now) + AFTER_AN_END)
    .filter(time => time < now);
  const times = new Set([
    storyTime(FIRST_DAY, now),
    ...[...changes, ...steps].map(told => storyTime(told, now)),
    ...ends,
  ]);
  return [...times]
    .sort((left, right) => left - right)
    .map(time => ({
      time,
      steps: steps.filter(step => storyTime(step, now) === time),
    }));
}
