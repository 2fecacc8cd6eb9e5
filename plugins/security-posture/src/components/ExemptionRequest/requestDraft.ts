import type {
  ExemptionCategory,
  ExemptionOptions,
  ExemptionPreview,
  ExemptionRequest,
  ExemptionScope,
} from 'backstage-plugin-security-posture-common';
import { EXEMPTION_CATEGORIES } from 'backstage-plugin-security-posture-common';
import { addDays, dayOf, isDay } from '../../model/days';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Characters that a reason has at least, and any text at most. */
const SHORTEST = 10;
/** Characters that any text has at most. */
export const LONGEST = 2_000;

const WEB_ADDRESS = /^https?:\/\/[^\s/]+(\/\S*)?$/;

/** The steps, in their order. */
export const REQUEST_STEPS = ['scope', 'reason', 'expiry'] as const;

/** A step of the request. */
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** Lengths that are offered before the longest one. */
const PRESETS = [7, 30];

/** What somebody has filled in so far. */
export interface RequestDraft {
  scope: ExemptionScope;
  category: string;
  reason: string;
  compensatingControl: string;
  link: string;
  /** Days from now as a text, or `day`. */
  length: string;
  /** Of length `day`: the last day on which it counts. */
  day: string;
}

/** What is wrong, by the field. */
export type DraftProblems = Partial<
  Record<
    'category' | 'reason' | 'compensatingControl' | 'link' | 'day',
    'category' | 'reasonShort' | 'textLong' | 'link' | 'day'
  >
>;

/** A draft with the narrowest scope that can be asked for, and a month. */
export function emptyDraft({ options }: ExemptionOptions): RequestDraft {
  const first = options.find(option => 'preview' in option) ?? options[0];
  return {
    scope: first.scope,
    category: '',
    reason: '',
    compensatingControl: '',
    link: '',
    length: '30',
    day: '',
  };
}

/** What the chosen scope would cover; undefined where it cannot be asked for. */
export function previewOf(
  { options }: ExemptionOptions,
  scope: ExemptionScope,
): ExemptionPreview | undefined {
  const option = options.find(each => each.scope === scope);
  return option && 'preview' in option ? option.preview : undefined;
}

/** The lengths in days that are offered; the last one is the longest. */
export function lengthsOf(maxDays: number): number[] {
  return [...PRESETS.filter(days => days < maxDays), maxDays];
}

/** The length that a draft stands for, which a scope with a shorter bound may not offer. */
export function lengthOf({ length }: RequestDraft, maxDays: number): string {
  const offered = lengthsOf(maxDays).map(String);
  return length === 'day' || offered.includes(length)
    ? length
    : String(maxDays);
}

/** When an exemption of so many days ends: no clock that runs ahead a little takes it beyond what the server allows. */
export function endAfter(days: number, now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS + days * DAY_MS;
}

/** The days that can be chosen as the last one. */
export function dayRange(maxDays: number, now: number) {
  const today = dayOf(now);
  return { from: addDays(today, 1), to: dayOf(endAfter(maxDays, now)) };
}

/** When the exemption that is drafted ends, in epoch milliseconds; undefined while no valid day is chosen. */
export function endOf(
  draft: RequestDraft,
  maxDays: number,
  now: number,
): number | undefined {
  const length = lengthOf(draft, maxDays);
  if (length !== 'day') return endAfter(Number(length), now);
  const { from, to } = dayRange(maxDays, now);
  if (!isDay(draft.day) || draft.day < from || draft.day > to) return undefined;
  const lastMoment = Date.parse(draft.day) + DAY_MS - 1;
  return Math.min(lastMoment, endAfter(maxDays, now));
}

/** What keeps the second step from being done. */
export function reasonProblems(draft: RequestDraft): DraftProblems {
  const { category, reason, compensatingControl, link } = draft;
  return {
    ...(isCategory(category) ? {} : { category: 'category' as const }),
    ...(reason.trim().length < SHORTEST
      ? { reason: 'reasonShort' as const }
      : {}),
    ...(reason.length > LONGEST ? { reason: 'textLong' as const } : {}),
    ...(compensatingControl.length > LONGEST
      ? { compensatingControl: 'textLong' as const }
      : {}),
    ...(link === '' || WEB_ADDRESS.test(link.trim())
      ? {}
      : { link: 'link' as const }),
  };
}

/** What is sent. */
export function requestOf(
  draft: RequestDraft,
  options: ExemptionOptions,
  entityRef: string | undefined,
  end: number,
): ExemptionRequest {
  const { scope, category, reason } = draft;
  const compensatingControl = draft.compensatingControl.trim();
  const link = draft.link.trim();
  return {
    scope,
    ...(scope === 'entity'
      ? { control: options.control }
      : { findingKey: options.findingKey }),
    ...(entityRef ? { entityRef } : {}),
    category: category as ExemptionCategory,
    reason: reason.trim(),
    ...(compensatingControl ? { compensatingControl } : {}),
    ...(link ? { link } : {}),
    expiresAt: new Date(end).toISOString(),
  };
}

/** The step that the address names, or the first one before it that is not done. */
export function stepOf(text: string, draft: RequestDraft): number {
  const wanted = Math.min(
    Math.max(Math.trunc(Number(text)) || 1, 1),
    REQUEST_STEPS.length,
  );
  const reasonDone = Object.keys(reasonProblems(draft)).length === 0;
  return wanted === 3 && !reasonDone ? 2 : wanted;
}

function isCategory(text: string): text is ExemptionCategory {
  return EXEMPTION_CATEGORIES.some(category => category === text);
}
