import { parseEntityRef } from '@backstage/catalog-model';
import type { ExemptionStep } from 'backstage-plugin-security-posture-common';
import { exemptionLink } from './links';
import { Message } from './Message';

/** An exemption, as far as somebody has to be told of it. */
export interface ToldExemption {
  readonly id: string;
  /** The failing sentence of its control. */
  readonly title: string;
  readonly entityRef?: string;
  readonly owner?: string;
  readonly requestedBy: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** A step that was taken. */
export interface ToldStep {
  /** Of the step. */
  readonly id: number;
  readonly what: ExemptionStep;
  readonly actor: string;
  readonly exemption: ToldExemption;
}

const DECIDED: Partial<
  Record<ExemptionStep, { readonly words: string; readonly lasts: boolean }>
> = {
  approved: { words: 'was approved', lasts: true },
  denied: { words: 'was denied', lasts: false },
  shortened: { words: 'was shortened', lasts: true },
  revoked: { words: 'was ended', lasts: false },
};

/**
 * What is told of a step: a request to those who decide, a decision to those who asked. Nothing of an end that was known before,
 * and nothing where nobody is there to be told.
 *
 * @param approvers - refs of the groups that decide
 */
export function stepMessage(
  step: ToldStep,
  approvers: readonly string[],
): Message | undefined {
  const isRequest = step.what === 'requested' || step.what === 'reopened';
  return isRequest ? requestMessage(step, approvers) : decisionMessage(step);
}

function requestMessage(
  { id, what, actor, exemption }: ToldStep,
  approvers: readonly string[],
): Message | undefined {
  if (approvers.length === 0) return undefined;
  const asks =
    what === 'requested'
      ? 'waits for a decision'
      : 'is asked for anew, for its evidence changed';
  return {
    ...messageOf(exemption, 'exemptionRequested', `step:${id}`),
    recipients: approvers,
    except: [actor],
    title: `An exemption${subjectOf(exemption)} ${asks}: ${exemption.title}`,
    description: `It is to last until ${dayOf(exemption)}.`,
    severity: 'normal',
  };
}

function decisionMessage({
  id,
  what,
  actor,
  exemption,
}: ToldStep): Message | undefined {
  const decided = DECIDED[what];
  const recipients = askersOf(exemption);
  if (!decided || recipients.length === 0) return undefined;
  const { words, lasts } = decided;
  return {
    ...messageOf(exemption, 'exemptionDecided', `step:${id}`),
    recipients,
    except: [actor],
    title: `The exemption${subjectOf(exemption)} ${words}: ${exemption.title}`,
    ...(lasts ? { description: `It lasts until ${dayOf(exemption)}.` } : {}),
    severity: what === 'approved' ? 'normal' : 'high',
  };
}

/** Days before its end at which an exemption is called to mind. */
export const REMINDER_DAYS = [14, 3, 0] as const;

/** The reminder that an exemption ends, to those who asked for it. */
export function endingMessage(
  exemption: ToldExemption,
  daysLeft: (typeof REMINDER_DAYS)[number],
): Message | undefined {
  const recipients = askersOf(exemption);
  if (recipients.length === 0) return undefined;
  const day = dayOf(exemption);
  const subject = subjectOf(exemption);
  return {
    ...messageOf(exemption, 'exemptionEnding', `${daysLeft}:${day}`),
    recipients,
    title:
      daysLeft === 0
        ? `An exemption${subject} ends today: ${exemption.title}`
        : `An exemption${subject} ends on ${day}: ${exemption.title}`,
    description:
      'From then on the finding counts again. Fix it, or ask for the exemption anew.',
    severity: daysLeft === 14 ? 'normal' : 'high',
  };
}

function messageOf(
  { id, entityRef }: ToldExemption,
  event: Message['event'],
  occasion: string,
): Pick<Message, 'event' | 'key' | 'scope' | 'link' | 'subject'> {
  return {
    event,
    key: `exemption:${id}:${event}:${occasion}`,
    scope: `exemption:${id}`,
    link: exemptionLink(id),
    subject: { exemption: id, ...(entityRef ? { entityRef } : {}) },
  };
}

/** The last day of it, in UTC: `2026-12-10`. */
function dayOf({ expiresAt }: ToldExemption): string {
  return new Date(expiresAt).toISOString().slice(0, 10);
}

/** " for cart"; nothing where it is of no entity. */
function subjectOf({ entityRef }: ToldExemption): string {
  return entityRef ? ` for ${parseEntityRef(entityRef).name}` : '';
}

/** The owner of the entity, and who asked; an annotation is nobody who could be told. */
function askersOf({ owner, requestedBy }: ToldExemption): string[] {
  const asker = requestedBy.startsWith('user:') ? [requestedBy] : [];
  return [...(owner ? [owner] : []), ...asker];
}
