import { StoryTime } from './Story';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When what was granted for some days ends: at noon, UTC. */
const END_OF_GRANTS = '12:00';

/** Epoch milliseconds of a time of the story, told from the UTC day in which `now` lies. */
export function storyTime({ daysAgo, at }: StoryTime, now: number): number {
  const [hours, minutes] = at.split(':').map(Number);
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  return today - daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000;
}

/** Epoch milliseconds at which something ends so many days from today. */
export function storyEnd(endsInDays: number, now: number): number {
  return storyTime({ daysAgo: -endsInDays, at: END_OF_GRANTS }, now);
}
