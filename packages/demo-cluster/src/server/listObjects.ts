import { ApiResource, resourceName } from '../objects/ApiResource';
import { apiVersionOf, JsonObject } from '../objects/Manifest';
import {
  decodeContinueToken,
  encodeContinueToken,
} from '../store/continueToken';
import { JsonCache } from '../store/JsonCache';
import { ObjectStore } from '../store/ObjectStore';
import { Snapshots } from '../store/Snapshots';
import { StoredObject } from '../store/StoredObject';
import { Answer, rawAnswer } from './Answer';
import { badRequest, continueExpired, versionTooLarge } from './apiErrors';
import {
  chooseRepresentation,
  partialObjectList,
  Representation,
} from './mediaType';
import { presentMetadata, presentObject } from './present';
import { Selection, selectionOf } from './selection';

export interface ListContext {
  store: ObjectStore;
  snapshots: Snapshots;
  json: JsonCache;
}

interface ListRequest {
  resource: ApiResource;
  namespace?: string;
  query: URLSearchParams;
  accept?: string;
}

/** The rows that a page is cut from. */
interface Rows {
  rows: readonly StoredObject[];
  resourceVersion: number;
  /** The key of the last object of the page before. */
  after?: string;
  /** True for the present state, false for one that a running list reads. */
  current: boolean;
}

interface Page {
  items: StoredObject[];
  metadata: JsonObject;
}

/**
 * Answers a list: one page of one state of the table, however the table
 * changes between the pages.
 *
 * @throws ApiError 400 for bad parameters, 410 for an expired `continue`.
 */
export function listObjects(
  context: ListContext,
  request: ListRequest,
): Answer {
  const representation = chooseRepresentation(request.accept, [
    partialObjectList,
  ]);
  const selection = selectionOf(
    request.query,
    request.namespace,
    request.resource,
  );
  const rows = rowsOf(context, request);
  const page = cutPage(rows, selection, pageLimit(request.query));
  const { continue: next } = page.metadata;
  if (next && rows.current) {
    const table = resourceName(request.resource);
    context.snapshots.keep(table, rows.resourceVersion, rows.rows);
  }
  return writePage(context, request.resource, page, representation);
}

function rowsOf(context: ListContext, request: ListRequest): Rows {
  const { store } = context;
  const table = resourceName(request.resource);
  const token = request.query.get('continue');
  if (token) {
    return continuedRows(context, table, token);
  }
  const asked = Number(request.query.get('resourceVersion') ?? 0);
  if (Number.isNaN(asked)) {
    throw badRequest('resourceVersion: Invalid value: must be a number');
  }
  if (asked > store.resourceVersion) {
    throw versionTooLarge(asked, store.resourceVersion);
  }
  return currentRows(store, table);
}

function continuedRows(
  context: ListContext,
  table: string,
  token: string,
): Rows {
  const { store, snapshots } = context;
  const position = decodeContinueToken(token);
  if (!position) {
    throw badRequest('continue key is not valid');
  }
  const { resourceVersion, after } = position;
  if (resourceVersion === -1) {
    return { ...currentRows(store, table), after };
  }
  const rows = snapshots.find(table, resourceVersion);
  if (!rows) {
    throw continueExpired(encodeContinueToken({ resourceVersion: -1, after }));
  }
  return { rows, resourceVersion, after, current: false };
}

function currentRows(store: ObjectStore, table: string): Rows {
  const { resourceVersion } = store;
  return { rows: store.rows(table), resourceVersion, current: true };
}

/** The `limit`; a list at version 0 comes from the cache and has none. */
function pageLimit(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? 0);
  if (!Number.isInteger(limit) || limit < 0) {
    throw badRequest('limit: Invalid value: must be a positive number');
  }
  const cached = query.get('resourceVersion') === '0' && !query.get('continue');
  return limit === 0 || cached ? Infinity : limit;
}

function cutPage(rows: Rows, selection: Selection, limit: number): Page {
  const { after, resourceVersion } = rows;
  const left = rows.rows.filter(
    row => (after === undefined || row.key > after) && selection.matches(row),
  );
  const items = left.slice(0, limit);
  const metadata: JsonObject = { resourceVersion: String(resourceVersion) };
  if (left.length > items.length) {
    const { key } = items[items.length - 1];
    metadata.continue = encodeContinueToken({ resourceVersion, after: key });
    if (!selection.narrowed) {
      metadata.remainingItemCount = left.length - items.length;
    }
  }
  return { items, metadata };
}

function writePage(
  context: ListContext,
  resource: ApiResource,
  page: Page,
  representation: Representation | undefined,
): Answer {
  const kind = representation?.as ?? `${resource.kind}List`;
  const apiVersion = representation
    ? apiVersionOf(representation.group, representation.version)
    : apiVersionOf(resource.group, resource.version);
  const write = itemWriter(context, resource, representation);
  const head = JSON.stringify({ kind, apiVersion, metadata: page.metadata });
  const items = page.items.map(write).join(',');
  return rawAnswer(`${head.slice(0, -1)},"items":[${items}]}`);
}

function itemWriter(
  context: ListContext,
  resource: ApiResource,
  representation: Representation | undefined,
): (stored: StoredObject) => string {
  if (representation) {
    return stored => JSON.stringify(presentMetadata(stored));
  }
  return resource.custom
    ? stored => JSON.stringify(presentObject(resource, stored))
    : stored => context.json.listItem(stored);
}
