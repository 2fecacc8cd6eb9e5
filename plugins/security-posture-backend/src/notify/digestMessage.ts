import { parseEntityRef } from '@backstage/catalog-model';
import { countsOf } from './entityMessage';
import { isoWeek } from './isoWeek';
import { Message } from './Message';

/** How the services of one owner stand. */
export interface OwnerStanding {
  readonly owner: string;
  readonly services: number;
  readonly ready: number;
  readonly critical: number;
  readonly high: number;
}

/** The week's summary for a team; nothing for one whose services are all ready. */
export function digestMessage(
  standing: OwnerStanding,
  now: number,
): Message | undefined {
  const { owner, services, ready } = standing;
  if (ready === services) return undefined;
  const { name } = parseEntityRef(owner);
  const week = isoWeek(now);
  return {
    event: 'digest',
    key: `digest:${owner}:${week}`,
    scope: `digest:${owner}:${week}`,
    recipients: [owner],
    title: `${ready} of ${services} services of ${name} are ready for production`,
    description: `Open and blocking: ${countsOf(standing)}.`,
    link: `/security-posture/services?owner=${encodeURIComponent(owner)}`,
    severity: 'low',
    subject: { owner },
  };
}
