import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
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
import { ControlIndex } from '../views/PostureSettings';
import { explorerRow } from '../views/findingRow';
import { decodePlace, encodeCursor } from './cursor';
import { DEFAULT_LIMIT } from './entityFindings';
import { sinceParameter } from './pastTime';
import {
  listParameter,
  numberParameter,
  textParameter,
} from './queryParameters';
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

/** The filter of a request over all findings. Throws an InputError on refs that are none. */
export function explorerFilterOf(
  request: Request,
  controls: ControlIndex,
): ExplorerFilter {
  const scopeRefs = ['owner', 'system'].flatMap(
    name => refParameter(request, name) ?? [],
  );
  const entityRef = refParameter(request, 'entity');
  const since = sinceParameter(request, 'since');
  return withoutAbsent({
    ...listFilters(request),
    controls: chosenControls(request, controls),
    entityRef,
    scopeRefs: scopeRefs.length ? scopeRefs : undefined,
    exempted: flagParameter(request, 'exempted'),
    stale: flagParameter(request, 'stale'),
    since,
    search: searchOf(request, controls),
  });
}

function listFilters(request: Request): ExplorerFilter {
  return {
    outcomes: listParameter(request, 'outcomes'),
    severities: listParameter(request, 'severities'),
    clusters: listParameter(request, 'clusters'),
    namespaces: listParameter(request, 'namespaces'),
  };
}

/** Controls that a request names, or that are in the categories and the framework that it names. */
function chosenControls(
  request: Request,
  controls: ControlIndex,
): readonly string[] | undefined {
  const named = listParameter<string>(request, 'controls');
  const categories = listParameter<string>(request, 'categories');
  const framework = textParameter(request, 'framework');
  if (!categories && !framework) return named;
  return [...controls.values()]
    .filter(
      ({ id, category, frameworks }) =>
        (named?.includes(id) ?? true) &&
        (categories?.includes(category) ?? true) &&
        (!framework || framework in frameworks),
    )
    .map(({ id }) => id);
}

function searchOf(
  request: Request,
  controls: ControlIndex,
): ExplorerFilter['search'] {
  const text = textParameter(request, 'search')?.toLowerCase();
  if (text === undefined) return undefined;
  const found = [...controls.values()].filter(({ id, title, failureTitle }) =>
    [id, title, failureTitle].some(words => words.toLowerCase().includes(text)),
  );
  return { text, controls: found.map(({ id }) => id) };
}

function refParameter(request: Request, name: string): string | undefined {
  const text = textParameter(request, name);
  if (text === undefined) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${name} must be a full entity ref, such as group:default/payments`,
    );
  }
}

/** A flag is validated into a boolean, or comes as its text. */
function flagParameter(request: Request, name: string): boolean | undefined {
  const value: unknown = request.query[name];
  return value === undefined ? undefined : String(value) === 'true';
}

function withoutAbsent(filter: ExplorerFilter): ExplorerFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  );
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
