import type { Readiness } from 'backstage-plugin-security-posture-common';
import { entityLink } from './links';
import { Message } from './Message';

/** How an entity stands, as far as somebody has to be told. */
export interface Standing {
  readonly readiness: Readiness;
  /** Open findings that readiness counts. */
  readonly critical: number;
  readonly high: number;
}

/** An entity that stands in another way than when it was looked at last. */
export interface Transition {
  readonly entityRef: string;
  readonly title?: string;
  readonly owner?: string;
  readonly before: Standing;
  readonly after: Standing;
}

type EntityEvent = 'noLongerReady' | 'readyAgain' | 'newBlockingFindings';

type Words = Pick<Message, 'title' | 'description' | 'severity'>;

const WORDS: Record<EntityEvent, (transition: Transition) => Words> = {
  noLongerReady: transition => ({
    title: `${nameOf(transition)} is no longer ready for production`,
    description:
      transition.after.readiness === 'unknown'
        ? 'It is not known any more how it stands: a cluster is silent, or too little could be judged.'
        : `Open now: ${countsOf(transition.after)}.`,
    severity: transition.after.critical > 0 ? 'critical' : 'high',
  }),
  readyAgain: transition => ({
    title: `${nameOf(transition)} is ready for production`,
    severity: 'normal',
  }),
  newBlockingFindings: transition => ({
    title: `${nameOf(transition)} has new findings that block production`,
    description: `Open now: ${countsOf(transition.after)}. Before: ${countsOf(
      transition.before,
    )}.`,
    severity:
      transition.after.critical > transition.before.critical
        ? 'critical'
        : 'high',
  }),
};

/**
 * What the owner of an entity is told of a transition; nothing where it matters to nobody, or nobody owns it.
 *
 * @param now - epoch milliseconds
 */
export function entityMessage(
  transition: Transition,
  now: number,
): Message | undefined {
  const { entityRef, owner, after } = transition;
  const event = eventOf(transition);
  if (!event || !owner) return undefined;
  return {
    event,
    key: `${entityRef}:${event}:${now}`,
    scope: `${entityRef}:${event}`,
    recipients: [owner],
    ...WORDS[event](transition),
    link: entityLink(entityRef),
    subject: { entityRef, readiness: after.readiness },
  };
}

function eventOf({ before, after }: Transition): EntityEvent | undefined {
  const wasReady = before.readiness === 'ready';
  const isReady = after.readiness === 'ready';
  if (wasReady && !isReady) return 'noLongerReady';
  if (!wasReady && isReady) return 'readyAgain';
  const worse = after.critical > before.critical || after.high > before.high;
  return worse ? 'newBlockingFindings' : undefined;
}

function nameOf({ title, entityRef }: Transition): string {
  return title ?? entityRef.slice(entityRef.lastIndexOf('/') + 1);
}

/** "2 critical, 1 high"; "nothing critical or high". */
export function countsOf({
  critical,
  high,
}: Pick<Standing, 'critical' | 'high'>): string {
  const parts = [
    ...(critical > 0 ? [`${critical} critical`] : []),
    ...(high > 0 ? [`${high} high`] : []),
  ];
  return parts.join(', ') || 'nothing critical or high';
}
