import type { HistoryEvent } from 'backstage-plugin-security-posture-common';

/** What happened on one day (UTC). */
export interface DayWithEvents {
  /** `2026-11-12` */
  day: string;
  events: HistoryEvent[];
}

/** Puts events, which are in order of time, together by day. */
export function eventsByDay(events: readonly HistoryEvent[]): DayWithEvents[] {
  const days: DayWithEvents[] = [];
  for (const event of events) {
    const day = event.at.slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
