import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  EntitiesResponse,
  EntityOrder,
  EntityRow,
  postureReadPermission,
  Readiness,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { filterRows, RowFilter } from '../../views/filterRows';
import { orderRows } from '../../views/orderRows';
import { summaryView } from '../../views/summaryView';
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
  const { reader } = context;

  router.get('/entities', async (request, response) => {
    const filter = rowFilterOf(request);
    const { rows, partial } = await visibleRows(context, request);
    response.json(pageOf(request, filterRows(rows, filter), filter, partial));
  });

  router.get('/summary', async (request, response) => {
    const { rows, partial, clusters } = await visibleRows(context, request);
    const owned = await reader.countOwnedSubjects(
      partial ? new Set(rows.map(row => row.entityRef)) : undefined,
    );
    const swept = partial ? owned : total(await reader.countSubjects());
    response.json(
      summaryView({ rows, clusters, workloads: { swept, owned }, partial }),
    );
  });
}

/** The rows that the caller may see. `partial` where these are not all. */
async function visibleRows(
  { access, rows, visible }: RouteContext,
  request: Request,
) {
  const credentials = await access.require(request, postureReadPermission);
  const snapshot = await rows.current();
  const visibility = await visible.of(credentials, snapshot.records);
  if (visibility === 'all') return { ...snapshot, partial: false };
  if (visibility === 'none') return { ...snapshot, rows: [], partial: true };
  const shown = snapshot.rows.filter(row => visibility.has(row.entityRef));
  return {
    ...snapshot,
    rows: shown,
    partial: shown.length < snapshot.rows.length,
  };
}

function pageOf(
  request: Request,
  rows: readonly EntityRow[],
  filter: RowFilter,
  partial: boolean,
): EntitiesResponse {
  const order = (textParameter(request, 'order') ?? 'worst') as EntityOrder;
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const query = ['entities', order, filter];
  const offset = decodeCursor(query, textParameter(request, 'cursor'));
  const items = orderRows(rows, order).slice(offset, offset + limit);
  const next = offset + items.length;
  return {
    items,
    total: rows.length,
    ...(items.length > 0 && next < rows.length
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
