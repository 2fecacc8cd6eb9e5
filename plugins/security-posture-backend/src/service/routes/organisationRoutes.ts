import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  EntitiesResponse,
  EntityOrder,
  EntityRow,
  postureReadPermission,
  Readiness,
  SummaryResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { PostureReader } from '../../database/PostureReader';
import { ClusterRecord } from '../../database/records';
import { filterRows, RowFilter } from '../../views/filterRows';
import { orderRows } from '../../views/orderRows';
import { summaryView } from '../../views/summaryView';
import { auditedRead } from '../audited';
import { decodeCursor, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import {
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Lists and numbers over all entities that the caller may see. */
export function addOrganisationRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { auditor } = context;

  router.get('/entities', async (request, response) => {
    const meta = { queryType: 'entities' };
    const page = await auditedRead(auditor, request, meta, async () =>
      pageOf(request, await visibleRows(context, request)),
    );
    response.json(page);
  });

  router.get('/summary', async (request, response) => {
    const meta = { queryType: 'summary' };
    const summary = await auditedRead(auditor, request, meta, async () =>
      summarise(context.reader, await visibleRows(context, request)),
    );
    response.json(summary);
  });
}

/** What the caller may see of the organisation. */
interface VisibleRows {
  readonly rows: readonly EntityRow[];
  readonly clusters: readonly ClusterRecord[];
  /** True where these rows are not all. */
  readonly partial: boolean;
}

async function visibleRows(
  { access, rows, visible }: RouteContext,
  request: Request,
): Promise<VisibleRows> {
  const credentials = await access.require(request, postureReadPermission);
  const { rows: all, clusters } = await rows.current();
  const visibility = await visible.of(credentials);
  if (visibility === 'all') return { rows: all, clusters, partial: false };
  if (visibility === 'none') return { rows: [], clusters, partial: true };
  const shown = all.filter(row => visibility.has(row.entityRef));
  return { rows: shown, clusters, partial: shown.length < all.length };
}

/** For a caller who sees less than all, workloads are those of what is seen: the rest would tell how much is hidden. */
async function summarise(
  reader: PostureReader,
  { rows, clusters, partial }: VisibleRows,
): Promise<SummaryResponse> {
  const owned = await reader.countOwnedSubjects(
    partial ? new Set(rows.map(row => row.entityRef)) : undefined,
  );
  const swept = partial ? owned : total(await reader.countSubjects());
  return summaryView({ rows, clusters, workloads: { swept, owned }, partial });
}

function pageOf(
  request: Request,
  { rows, partial }: VisibleRows,
): EntitiesResponse {
  const order = (textParameter(request, 'order') ?? 'worst') as EntityOrder;
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const filter = rowFilterOf(request);
  const query = ['entities', order, filter];
  const offset = decodeCursor(query, textParameter(request, 'cursor'));
  const matching = orderRows(filterRows(rows, filter), order);
  const items = matching.slice(offset, offset + limit);
  const next = offset + items.length;
  return {
    items,
    total: matching.length,
    ...(items.length > 0 && next < matching.length
      ? { nextCursor: encodeCursor(query, next) }
      : {}),
    partial,
  };
}

function rowFilterOf(request: Request): RowFilter {
  const search = textParameter(request, 'search');
  const owner = textParameter(request, 'owner');
  const readiness = listParameter<Readiness>(request, 'readiness');
  return {
    ...(readiness ? { readiness } : {}),
    ...(search ? { search } : {}),
    ...(owner ? { owner: ownerRef(owner) } : {}),
  };
}

function ownerRef(owner: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
  } catch {
    throw new InputError(
      'The owner must be an entity ref, such as group:default/payments',
    );
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
