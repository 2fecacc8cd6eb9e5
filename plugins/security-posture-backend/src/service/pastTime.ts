import { InputError } from '@backstage/errors';
import { Request } from 'express';
import { DAY } from '../retention/retentionCuts';
import { textParameter } from './queryParameters';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The time that a query parameter names, in epoch milliseconds: an ISO time, or a date, which means the end of that day
 * in UTC. One in the future means now, and so does none. Throws an InputError on what is no time.
 */
export function pastTimeParameter(
  request: Request,
  name: string,
  now: number,
): number {
  const text = textParameter(request, name);
  if (text === undefined) return now;
  const time = DATE.test(text)
    ? parse(name, text) + DAY - 1
    : parse(name, text);
  return Math.min(time, now);
}

/** The time since when a query parameter asks: of a date the beginning. Undefined where there is none. */
export function sinceParameter(
  request: Request,
  name: string,
): number | undefined {
  const text = textParameter(request, name);
  return text === undefined ? undefined : parse(name, text);
}

function parse(name: string, text: string): number {
  const time = Date.parse(text);
  const sameDay = DATE.test(text)
    ? new Date(time || 0).toISOString().startsWith(text)
    : true;
  if (Number.isNaN(time) || !sameDay)
    throw new InputError(
      `${name} must be a date, such as 2026-11-23, or an ISO time, such as 2026-11-23T12:00:00Z`,
    );
  return time;
}
