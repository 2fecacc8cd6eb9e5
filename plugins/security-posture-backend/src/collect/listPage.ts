import {
  ClusterReadError,
  ListPage,
  RawObject,
} from 'backstage-plugin-security-posture-node';
import {
  isJsonObject,
  JsonObject,
  ResourceType,
} from 'security-posture-engine';

/** Accept header that asks for the metadata of objects and nothing else. */
export const METADATA_LIST =
  'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** The API server gives up a list that takes longer, in seconds. */
const LIST_SECONDS = '30';

/** Path of a list over all namespaces. No resourceVersion: with one the API server may ignore the limit. */
export function listPathOf(
  { group, version, plural, fieldSelector }: ResourceType,
  limit: number,
  position: string | undefined,
): string {
  const base = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const query = new URLSearchParams({
    limit: String(limit),
    timeoutSeconds: LIST_SECONDS,
    ...(fieldSelector ? { fieldSelector } : {}),
    ...(position ? { continue: position } : {}),
  });
  return `${base}/${plural}?${query}`;
}

/**
 * One page of a list, and where the next one begins.
 * Throws `parseError` for what is no list, and for a page that leads back to itself.
 */
export function parseListPage(
  json: unknown,
  resource: ResourceType,
  position: string | undefined,
): { readonly contents: ListPage; readonly next: string | undefined } {
  const { items, metadata } = listOf(json, resource);
  const { continue: next, remainingItemCount } = metadata;
  if (next && next === position) throw noList(resource);
  return {
    contents: {
      items: items.map(item => rawObject(item, resource)),
      ...(typeof remainingItemCount === 'number'
        ? { remaining: remainingItemCount }
        : {}),
    },
    next: typeof next === 'string' && next ? next : undefined,
  };
}

function listOf(
  json: unknown,
  resource: ResourceType,
): { readonly items: readonly unknown[]; readonly metadata: JsonObject } {
  if (
    !isJsonObject(json) ||
    !/List$/.test(String(json.kind)) ||
    !isJsonObject(json.metadata) ||
    !(json.items === null || Array.isArray(json.items))
  )
    throw noList(resource);
  return { items: json.items ?? [], metadata: json.metadata };
}

/** Items of a list lack apiVersion and kind, or name those of bare metadata. */
function rawObject(item: unknown, resource: ResourceType): RawObject {
  if (!isJsonObject(item)) throw noList(resource);
  const { group, version, kind } = resource;
  const apiVersion = group ? `${group}/${version}` : version;
  return { ...item, apiVersion, kind };
}

function noList({ plural }: ResourceType): ClusterReadError {
  return new ClusterReadError(`the answer is no list of ${plural}`, {
    reason: 'parseError',
  });
}
