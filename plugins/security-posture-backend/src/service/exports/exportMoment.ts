import { InputError } from '@backstage/errors';
import { Request } from 'express';
import { utcDay } from '../../database/utcDay';
import { retentionCuts } from '../../retention/retentionCuts';
import { pastTimeParameter } from '../pastTime';
import { RouteContext } from '../RouteContext';

/** The time that an export is about, in epoch milliseconds. */
export interface ExportMoment {
  readonly now: number;
  /** Absent: as things are now. */
  readonly at?: number;
}

/** The time that a request asks for. Throws an InputError where findings of that day are kept no more. */
export function exportMoment(
  { clock, retention }: Pick<RouteContext, 'clock' | 'retention'>,
  request: Request,
): ExportMoment {
  const now = clock();
  const at = pastTimeParameter(request, 'date', now);
  if (at === now) return { now };
  const { detailDays } = retention;
  const first = retentionCuts(retention, now).detail;
  if (at < first)
    throw new InputError(
      `Findings are kept for ${detailDays} days, so nothing can be exported of a date before ${utcDay(
        first,
      )}. GET …/past has the scores and counts of days before`,
    );
  return { now, at };
}
