import { StoredObject } from '../store/StoredObject';
import { ApiResource, resourceName } from '../objects/ApiResource';
import { parseFieldSelector } from '../selectors/fieldSelector';
import { parseLabelSelector } from '../selectors/labelSelector';
import { badRequest } from './apiErrors';

/** Which objects of a kind a request is about. */
export interface Selection {
  matches(object: StoredObject): boolean;
  /** True if a label or field selector narrows it. */
  narrowed: boolean;
}

/** @throws ApiError 400 for a selector that cannot be parsed. */
export function selectionOf(
  query: URLSearchParams,
  namespace: string | undefined,
  resource: ApiResource,
): Selection {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const matchesLabels = parsed(() => parseLabelSelector(labels));
  const matchesFields = parsed(() =>
    parseFieldSelector(fields, resourceName(resource)),
  );
  return {
    narrowed: labels !== '' || fields !== '',
    matches: ({ source }) =>
      (namespace === undefined || source.namespace === namespace) &&
      matchesFields(source) &&
      matchesLabels(source.labels),
  };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw badRequest(error.message);
    }
    throw error;
  }
}
