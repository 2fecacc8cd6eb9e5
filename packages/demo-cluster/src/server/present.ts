import { ApiResource } from '../objects/ApiResource';
import { apiVersionOf, JsonObject } from '../objects/Manifest';
import { readStored, StoredObject } from '../store/StoredObject';

/** A single object as it is answered, in the version that was asked for. */
export function presentObject(
  resource: ApiResource,
  stored: StoredObject,
): JsonObject {
  const { apiVersion, kind, ...fields } = readStored(stored);
  const served = apiVersionOf(resource.group, resource.version);
  return { kind, apiVersion: served, ...fields };
}

/** The metadata of an object and nothing else. */
export function presentMetadata(stored: StoredObject): JsonObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: readStored(stored).metadata,
  };
}
