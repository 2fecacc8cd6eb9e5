import { InputError } from '@backstage/errors';
import {
  ChangesResponse,
  FindingChanges,
  HistoryResponse,
  PastDetail,
  PastFindings,
  PastMembers,
  PastPosture,
  PastScore,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { EventPosition, PastScope, Period } from '../database/HistoryReader';
import { utcDay } from '../database/utcDay';
import { DAY, retentionCuts } from '../retention/retentionCuts';
import { findingRow } from '../views/findingRow';
import {
  findingChange,
  historyEvent,
  workloadChanges,
} from '../views/historyViews';
import { isoTime } from '../views/isoTime';
import { pastMembers, pastScore } from '../views/pastScore';
import { decodeCursor, decodePlace, encodeCursor } from './cursor';
import { DEFAULT_LIMIT } from './entityFindings';
import { ScopeOfRequest } from './pastScope';
import { pastTimeParameter } from './pastTime';
import { numberParameter, textParameter } from './queryParameters';
import { RouteContext } from './RouteContext';

/** Workloads of each sort that one answer shows. */
const WORKLOADS_SHOWN = 100;

/** Events between two times that one answer shows. */
const EVENTS_SHOWN = 200;

/** Days that a history goes back where the caller does not say. */
const DEFAULT_DAYS = 30;

/** How things were at the time that a request names. */
export async function readPast(
  context: RouteContext,
  { scope, partial }: ScopeOfRequest,
  request: Request,
): Promise<PastPosture> {
  const now = context.clock();
  const at = pastTimeParameter(request, 'at', now);
  const detail = detailAt(context, at, now);
  return {
    at: isoTime(at),
    detail,
    score: await readScore(context, scope, at),
    ...(await membersField(context, scope, at, 'members')),
    ...(detail === 'full'
      ? { findings: await readFindings(context, scope, at, request) }
      : {}),
    partial,
  };
}

/** What changed between the two times that a request names, and why. */
export async function readChanges(
  context: RouteContext,
  { scope, partial }: ScopeOfRequest,
  request: Request,
): Promise<ChangesResponse> {
  const now = context.clock();
  const from = pastTimeParameter(request, 'from', now);
  const to = pastTimeParameter(request, 'to', now);
  if (from > to) throw new InputError('from must not be later than to');
  const detail = detailAt(context, from, now);
  return {
    from: isoTime(from),
    to: isoTime(to),
    detail,
    scoreFrom: await readScore(context, scope, from),
    scoreTo: await readScore(context, scope, to),
    ...(await membersField(context, scope, from, 'membersFrom')),
    ...(await membersField(context, scope, to, 'membersTo')),
    ...(detail === 'full'
      ? await detailedChanges(context, scope, { from, to }, request)
      : {}),
    partial,
  };
}

/** What happened in the days that a request names, newest first. */
export async function readHistory(
  { history, retention, controls, clock }: RouteContext,
  { scope }: ScopeOfRequest,
  request: Request,
): Promise<HistoryResponse> {
  const now = clock();
  const days = numberParameter(request, 'days') ?? DEFAULT_DAYS;
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const query = ['history', scope.type, scope.ref, days];
  const cursor = textParameter(request, 'cursor');
  const after = decodePlace(query, cursor, isEventPlace);
  const since = now - Math.min(days, retention.detailDays) * DAY;
  const events = await history.listEvents(
    scope,
    { from: since, to: now },
    {
      limit: limit + 1,
      ...(after ? { after: positionOf(after) } : {}),
    },
  );
  const page = events.slice(0, limit);
  return {
    items: page.map(event => historyEvent(event, controls)),
    since: isoTime(since),
    ...(events.length > page.length
      ? { nextCursor: encodeCursor(query, placeOf(page[limit - 1].position)) }
      : {}),
  };
}

function detailAt(
  { retention }: RouteContext,
  at: number,
  now: number,
): PastDetail {
  return at >= retentionCuts(retention, now).detail ? 'full' : 'counts';
}

async function readScore(
  { history }: RouteContext,
  scope: PastScope,
  at: number,
): Promise<PastScore | null> {
  const record = await history.readDay(scope, utcDay(at));
  return record && !isGroup(scope) ? pastScore(record) : null;
}

function isGroup({ type }: PastScope): boolean {
  return type !== 'entity' && type !== 'cluster';
}

async function membersField<Key extends string>(
  { history }: RouteContext,
  scope: PastScope,
  at: number,
  key: Key,
): Promise<{ [K in Key]?: PastMembers }> {
  if (!isGroup(scope)) return {};
  const members = await history.listMembers(scope, utcDay(at));
  return { [key]: pastMembers(members) } as { [K in Key]?: PastMembers };
}

async function readFindings(
  { history, controls }: RouteContext,
  scope: PastScope,
  at: number,
  request: Request,
): Promise<PastFindings> {
  const query = ['past', scope.type, scope.ref, textParameter(request, 'at')];
  const page = pageOf(request, query);
  const { items, total } = await history.listFindingsAt(scope, at, page);
  return {
    items: items.map(finding => findingRow(finding, controls)),
    total,
    ...nextField(query, page.offset + items.length, items.length, total),
  };
}

async function detailedChanges(
  context: RouteContext,
  scope: PastScope,
  period: Period,
  request: Request,
): Promise<
  Pick<
    ChangesResponse,
    'findings' | 'workloadsNew' | 'workloadsGone' | 'events'
  >
> {
  const { history, controls } = context;
  const { added, gone } = await history.listWorkloadChanges(
    scope,
    period,
    WORKLOADS_SHOWN,
  );
  const events = await history.listChanges(scope, period, EVENTS_SHOWN);
  return {
    findings: await readFindingChanges(context, scope, period, request),
    workloadsNew: workloadChanges(added),
    workloadsGone: workloadChanges(gone),
    events: events.map(event => historyEvent(event, controls)),
  };
}

async function readFindingChanges(
  { history, controls }: RouteContext,
  scope: PastScope,
  period: Period,
  request: Request,
): Promise<FindingChanges> {
  const { type, ref } = scope;
  const times = ['from', 'to'].map(name => textParameter(request, name));
  const query = ['changes', type, ref, ...times];
  const page = pageOf(request, query);
  const { items, counts } = await history.listFindingChanges(
    scope,
    period,
    page,
  );
  const total = counts.opened + counts.closed + counts.changed;
  return {
    items: items.map(change => findingChange(change, controls)),
    counts,
    ...nextField(query, page.offset + items.length, items.length, total),
  };
}

function pageOf(
  request: Request,
  query: readonly unknown[],
): { readonly offset: number; readonly limit: number } {
  return {
    offset: decodeCursor(query, textParameter(request, 'cursor')),
    limit: numberParameter(request, 'limit') ?? DEFAULT_LIMIT,
  };
}

function nextField(
  query: readonly unknown[],
  next: number,
  shown: number,
  total: number,
): { nextCursor?: string } {
  return shown > 0 && next < total
    ? { nextCursor: encodeCursor(query, next) }
    : {};
}

type EventPlace = readonly [number, number, number];

function isEventPlace(value: unknown): value is EventPlace {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every(part => Number.isSafeInteger(part))
  );
}

function placeOf({ at, rank, id }: EventPosition): EventPlace {
  return [at, rank, id];
}

function positionOf([at, rank, id]: EventPlace): EventPosition {
  return { at, rank, id };
}
