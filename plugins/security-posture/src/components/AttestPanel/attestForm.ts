import type { AttestationRequest } from 'backstage-plugin-security-posture-common';
import { addDays, dayOf, daysBetween, isDay } from '../../model/days';

/** What is typed into the form of an attestation. */
export interface AttestForm {
  outcome: AttestationRequest['outcome'];
  statement: string;
  link: string;
  /** UTC day, as a date field has it. */
  expires: string;
}

/** The longest that an attestation holds, in days. */
export const MOST_DAYS = 365;

/** Days that a new one holds unless somebody says otherwise. */
const DEFAULT_DAYS = 180;

const LEAST_CHARACTERS = 10;
export const MOST_CHARACTERS = 2_000;

/** An empty form, seen at a time. */
export function emptyForm(now: number): AttestForm {
  return {
    outcome: 'pass',
    statement: '',
    link: '',
    expires: addDays(dayOf(now), DEFAULT_DAYS),
  };
}

/** The fields that cannot be sent as they are. */
export type FieldProblem = 'statement' | 'link' | 'expires';

/** What is wrong with a form, seen at a time; empty where it can be sent. */
export function problemsOf(
  { statement, link, expires }: AttestForm,
  now: number,
): FieldProblem[] {
  const days = isDay(expires) ? daysBetween(dayOf(now), expires) : 0;
  return [
    ...(statement.trim().length < LEAST_CHARACTERS
      ? ['statement' as const]
      : []),
    ...(link.trim() !== '' && !isWebAddress(link.trim())
      ? ['link' as const]
      : []),
    ...(days < 1 || days > MOST_DAYS ? ['expires' as const] : []),
  ];
}

/** A form as it is sent. The time of day is that of now, so that 365 days are not one too many. */
export function requestOf(
  form: AttestForm,
  of: Pick<AttestationRequest, 'cluster' | 'control'>,
  now: number,
): AttestationRequest {
  const link = form.link.trim();
  const time = new Date(now).toISOString().slice(10);
  return {
    ...of,
    outcome: form.outcome,
    statement: form.statement.trim(),
    ...(link ? { link } : {}),
    expiresAt: `${form.expires}${time}`,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
