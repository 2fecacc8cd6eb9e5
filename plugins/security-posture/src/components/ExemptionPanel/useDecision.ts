import { useState } from 'react';
import type {
  ExemptionAction,
  ExemptionDetails,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';
import { ExemptionStep, useExemptionStep } from '../../api';
import { addDays, dayOf, isDay } from '../../model/days';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a decision that is not taken yet lacks. */
export type DecisionProblems = { note?: true; day?: true };

/** What somebody who decides has filled in, and the ways to take the decision. */
export interface Decision {
  note: string;
  setNote: (note: string) => void;
  /** True where it is to end before it was asked for, or before it would. */
  earlier: boolean;
  setEarlier: (earlier: boolean) => void;
  /** The last day then. */
  day: string;
  setDay: (day: string) => void;
  problems: DecisionProblems;
  /** True while the user is asked whether to end it. */
  confirming: boolean;
  setConfirming: (confirming: boolean) => void;
  /** The decision that was taken last. */
  done: ExemptionAction | undefined;
  take: (action: ExemptionAction) => void;
  step: ExemptionStep;
}

/** Decides on an exemption; nothing can be taken until it is known. A decision that lacks something is not sent, and says what it lacks. */
export function useDecision(exemption: ExemptionDetails | undefined): Decision {
  const [note, setNote] = useState('');
  const [earlier, setEarlier] = useState(false);
  const [day, setDay] = useState('');
  const [problems, setProblems] = useState<DecisionProblems>({});
  const [confirming, setConfirming] = useState(false);
  const [done, setDone] = useState<ExemptionAction>();
  const step = useExemptionStep();

  const take = async (action: ExemptionAction) => {
    const needsDay = action === 'shorten' || (action === 'approve' && earlier);
    if (!exemption) return;
    const lacksDay = needsDay && !isWithin(day, dayRange(exemption));
    const lacks = problemsOf(action, note, lacksDay);
    setProblems(lacks);
    setDone(undefined);
    if (Object.keys(lacks).length > 0) return;
    const taken = await step.take(
      api => send(api, exemption, action, note, needsDay ? day : undefined),
      action === 'revoke' && exemption.own ? asRevoked(exemption) : undefined,
    );
    setConfirming(false);
    if (!taken) return;
    setDone(action);
    setNote('');
    setEarlier(false);
  };
  return {
    note,
    setNote,
    earlier,
    setEarlier,
    day,
    setDay,
    problems,
    confirming,
    setConfirming,
    done,
    take: action => void take(action),
    step,
  };
}

/** The days on which it can end earlier: from today to the day before it ends. */
export function dayRange({ expiresAt }: ExemptionDetails): {
  from: string;
  to: string;
} {
  return {
    from: dayOf(Date.now()),
    to: addDays(dayOf(Date.parse(expiresAt)), -1),
  };
}

function isWithin(
  day: string,
  { from, to }: ReturnType<typeof dayRange>,
): boolean {
  return isDay(day) && day >= from && day <= to;
}

function problemsOf(
  action: ExemptionAction,
  note: string,
  lacksDay: boolean,
): DecisionProblems {
  const needsNote = action === 'deny' || action === 'shorten';
  return {
    ...(needsNote && note.trim() === '' ? { note: true as const } : {}),
    ...(lacksDay ? { day: true as const } : {}),
  };
}

function send(
  api: SecurityPostureApi,
  { id, version }: ExemptionDetails,
  action: ExemptionAction,
  note: string,
  day: string | undefined,
): Promise<ExemptionDetails> {
  const said = { version, ...(note.trim() ? { note: note.trim() } : {}) };
  const end = day && { expiresAt: lastMoment(day) };
  if (action === 'approve')
    return api.approveExemption(id, { ...said, ...end });
  if (action === 'deny') return api.denyExemption(id, said);
  if (action === 'revoke') return api.revokeExemption(id, said);
  return api.shortenExemption(id, { ...said, expiresAt: lastMoment(day!) });
}

function lastMoment(day: string): string {
  return new Date(Date.parse(day) + DAY_MS - 1).toISOString();
}

/** One's own request can always be taken back, so that is shown at once. */
function asRevoked(exemption: ExemptionDetails): ExemptionDetails {
  return {
    ...exemption,
    state: 'revoked',
    decidedBy: exemption.requestedBy,
    appliesTo: 0,
    may: [],
  };
}
