import {
  AccessResponse,
  ExposureResponse,
  MappingView,
  WorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { EntityWorkload } from '../../database/EntityDetailsReader';
import { PageOf } from '../../database/HistoryReader';
import { EntityPostureRecord } from '../../database/records';
import { accessView } from '../../views/accessView';
import { exposureView } from '../../views/exposureView';
import { workloadView } from '../../views/workloadView';
import { auditedRead } from '../audited';
import { decodeCursor, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import { entityRefOf } from '../entityRefOf';
import { numberParameter, textParameter } from '../queryParameters';
import { readMapping } from '../readMapping';
import { readRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

/** Service accounts that one answer shows. */
const ACCOUNTS_SHOWN = 100;

/** Workloads whose use of service accounts is looked at in one page. */
const WORKLOADS_A_PAGE = 200;

/** Workloads of an entity that are looked at for one answer. */
const WORKLOADS_LOOKED_AT = 1000;

type ReadDetail = (
  context: RouteContext,
  record: EntityPostureRecord,
  request: Request,
) => Promise<object>;

/** What belongs to one entity: its workloads, what they may do, and how it is joined to them. */
const DETAILS: readonly (readonly [string, ReadDetail])[] = [
  ['workloads', readWorkloads],
  ['exposure', readExposure],
  ['access', readAccess],
  ['mapping', readMappingNow],
];

/** The details of an entity. */
export function addEntityDetailRoutes(
  router: Router,
  context: RouteContext,
): void {
  for (const [detail, read] of DETAILS) {
    const path = `/entities/:kind/:namespace/:name/${detail}`;
    router.get(path, async (request, response) => {
      const meta = { queryType: detail, entityRef: entityRefOf(request) };
      const answer = await auditedRead(
        context.auditor,
        request,
        meta,
        async () => read(context, await readRecord(context, request), request),
      );
      response.json(answer);
    });
  }
}

async function readMappingNow(
  context: RouteContext,
  record: EntityPostureRecord,
): Promise<MappingView> {
  const page = { offset: 0, limit: 1 };
  const [{ total }, clusters] = await Promise.all([
    context.entityDetails.listWorkloads(record.entityRef, page),
    context.reader.listClusters(),
  ]);
  return readMapping(context, record, clusters, total);
}

async function readWorkloads(
  { entityDetails }: RouteContext,
  { entityRef }: EntityPostureRecord,
  request: Request,
): Promise<WorkloadsResponse> {
  const query = ['workloads', entityRef];
  const offset = decodeCursor(query, textParameter(request, 'cursor'));
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const page = await entityDetails.listWorkloads(entityRef, { offset, limit });
  const next = offset + page.items.length;
  return {
    items: page.items.map(workloadView),
    total: page.total,
    ...(page.items.length > 0 && next < page.total
      ? { nextCursor: encodeCursor(query, next) }
      : {}),
  };
}

async function readAccess(
  context: RouteContext,
  { entityRef }: EntityPostureRecord,
): Promise<AccessResponse> {
  const { entityDetails, controls } = context;
  const accounts = await entityDetails.listAccounts(entityRef, ACCOUNTS_SHOWN);
  const workloads = await firstWorkloads(context, entityRef);
  return accessView(accounts, workloads, controls);
}

async function readExposure(
  context: RouteContext,
  { entityRef }: EntityPostureRecord,
): Promise<ExposureResponse> {
  const { entityDetails } = context;
  const accounts = await entityDetails.listAccounts(entityRef, ACCOUNTS_SHOWN);
  const { items, total } = await firstWorkloads(context, entityRef);
  return exposureView(items, total, accounts.items);
}

/** The first workloads of an entity, page by page, so that no statement is large. */
async function firstWorkloads(
  { entityDetails }: RouteContext,
  entityRef: string,
): Promise<PageOf<EntityWorkload>> {
  const workloads: EntityWorkload[] = [];
  for (;;) {
    const { items, total } = await entityDetails.listWorkloads(entityRef, {
      offset: workloads.length,
      limit: WORKLOADS_A_PAGE,
    });
    workloads.push(...items);
    const enough = Math.min(total, WORKLOADS_LOOKED_AT);
    if (items.length === 0 || workloads.length >= enough)
      return { items: workloads, total };
  }
}
