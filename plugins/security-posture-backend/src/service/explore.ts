import {
  ExplorerOrder,
  ExplorerResponse,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import {
  ExplorerFilter,
  ExplorerPosition,
  ExplorerQuery,
} from '../database/FindingsExplorer';
import { explorerRow } from '../views/findingRow';
import { decodePlace, encodeCursor } from './cursor';
import { DEFAULT_LIMIT } from './entityFindings';
import { numberParameter, textParameter } from './queryParameters';
import { RouteContext } from './RouteContext';

/** What of the open findings a caller may see. */
export type Sight = Pick<ExplorerQuery, 'visibility' | 'unowned'>;

/** A page of the open findings that a request asks for. */
export async function explore(
  { explorer, history, controls, clock }: RouteContext,
  request: Request,
  sight: Sight,
  filter: ExplorerFilter,
): Promise<ExplorerResponse> {
  const order = (textParameter(request, 'order') ??
    'severity') as ExplorerOrder;
  const query = ['explore', order, filter];
  const cursor = textParameter(request, 'cursor');
  const place = decodePlace(query, cursor, isPlaceIn(order));
  const { items, total, next } = await explorer.explore({
    ...sight,
    filter,
    order,
    limit: numberParameter(request, 'limit') ?? DEFAULT_LIMIT,
    now: clock(),
    ...(place ? { after: { value: place[0], id: place[1] } } : {}),
  });
  return {
    items: items.map(finding => explorerRow(finding, controls)),
    total,
    ...(next ? { nextCursor: encodeCursor(query, placeOf(next)) } : {}),
    partial: !sight.unowned || (await history.isPartial(sight.visibility)),
  };
}

type Place = readonly [number | string, number];

function isPlaceIn(order: ExplorerOrder): (value: unknown) => value is Place {
  const type = order === 'control' ? 'string' : 'number';
  return (value): value is Place =>
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === type &&
    Number.isSafeInteger(value[1]) &&
    (type === 'string' || Number.isSafeInteger(value[0]));
}

function placeOf({ value, id }: ExplorerPosition): Place {
  return [value, id];
}
