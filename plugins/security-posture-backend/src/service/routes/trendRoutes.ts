import { InputError } from '@backstage/errors';
import { TrendResponse } from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { utcDay } from '../../database/utcDay';
import { trendView } from '../../views/trendView';
import { auditedRead } from '../audited';
import { flagParameter, numberParameter } from '../queryParameters';
import { readMarks } from '../readMarks';
import { RouteContext } from '../RouteContext';
import { scopeOfQuery } from '../scopeOfQuery';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of a trend where none are asked for, today among them. */
const DEFAULT_DAYS = 30;

/** How things stood at the end of each day. */
export function addTrendRoutes(router: Router, context: RouteContext): void {
  router.get('/trends', async (request, response) => {
    const meta = { queryType: 'trends' };
    const trend = await auditedRead(context.auditor, request, meta, () =>
      readTrend(context, request),
    );
    response.json(trend);
  });
}

async function readTrend(
  context: RouteContext,
  request: Request,
): Promise<TrendResponse> {
  const { scope, ref, visibility } = await scopeOfQuery(context, request);
  const days = numberParameter(request, 'days') ?? DEFAULT_DAYS;
  const marked = flagParameter(request, 'marks') ?? false;
  if (marked && scope !== 'entity')
    throw new InputError('marks goes with the scope entity only');
  const now = context.clock();
  const time = { from: utcDay(now - (days - 1) * DAY_MS), to: utcDay(now) };
  const trend = await context.scopes.readTrend(
    { scope, ref, ...time },
    visibility,
  );
  const points = trendView(trend.days, time.from, time.to);
  return {
    scope,
    ...(scope === 'organisation' ? {} : { ref }),
    points,
    ...(marked ? { marks: await readMarks(context, ref, points) } : {}),
    partial: trend.partial,
  };
}
