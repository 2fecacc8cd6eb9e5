import { Support } from './supportDates';

/** `Kubernetes 1.34` */
export function lineName({ product, cycle }: Support): string {
  return `${product.name} ${cycle.cycle}`;
}

/** `support of Kubernetes 1.34 ended on 2026-10-27`, or without the day where the table has none. */
export function endedMessage(
  support: Support,
  day: string | boolean | undefined = support.ends,
): string {
  const line = lineName(support);
  return typeof day === 'string'
    ? `support of ${line} ended on ${day}`
    : `support of ${line} has ended`;
}

/** `support of Kubernetes 1.35 ends on 2027-02-28` */
export function endingNote(support: Support): string {
  return `support of ${lineName(support)} ends on ${support.ends}`;
}
