import { ServerResponse } from 'node:http';
import { ApiResource } from '../objects/ApiResource';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { badRequest } from './apiErrors';
import { chooseRepresentation, partialObject } from './mediaType';
import { presentMetadata, presentObject } from './present';
import { selectionOf } from './selection';
import { WatchStream } from './WatchStream';

interface WatchRequest {
  resource: ApiResource;
  namespace?: string;
  query: URLSearchParams;
  accept?: string;
}

/** A stream of changes that is ready to be sent. */
export interface Watch {
  /** Sends events until the time is up or the client goes away. */
  stream(response: ServerResponse): void;
}

const defaultTimeoutSeconds = 30 * 60;

/**
 * Prepares a watch: the present objects first if it names no version, else the
 * changes since that version, then each change as it happens.
 *
 * @throws ApiError 400 for bad parameters, 406 for a form that is not served.
 */
export function watchObjects(store: ObjectStore, request: WatchRequest): Watch {
  const representation = chooseRepresentation(request.accept, [partialObject]);
  const { query, resource } = request;
  const selection = selectionOf(query, request.namespace, resource);
  const timeoutMs =
    1000 * numberOf(query, 'timeoutSeconds', defaultTimeoutSeconds);
  const since = numberOf(query, 'resourceVersion', 0);
  const present = representation
    ? presentMetadata
    : (stored: StoredObject) => presentObject(resource, stored);
  return {
    stream: response =>
      new WatchStream(
        store,
        { resource, query, selection, present, since, timeoutMs },
        response,
      ).start(),
  };
}

function numberOf(
  query: URLSearchParams,
  name: string,
  fallback: number,
): number {
  const text = query.get(name);
  const value = text ? Number(text) : fallback;
  if (!Number.isInteger(value) || value < 0) {
    throw badRequest(`${name}: Invalid value: must be a positive number`);
  }
  return value;
}
