import {
  ClusterReadError,
  RawObject,
} from 'backstage-plugin-security-posture-node';
import {
  isJsonObject,
  JsonObject,
  KubernetesObject,
  toKubernetesObject,
} from 'security-posture-engine';

const WHOLE = 'whole';

/** What rules read of `status`, by kind. Of all other kinds no status is kept. */
const STATUS_FIELDS: Readonly<
  Record<string, readonly string[] | typeof WHOLE>
> = {
  Node: ['nodeInfo', 'addresses', 'conditions'],
  PersistentVolumeClaim: WHOLE,
  APIService: WHOLE,
  Pod: [
    'phase',
    'initContainerStatuses',
    'containerStatuses',
    'ephemeralContainerStatuses',
  ],
};

/**
 * An object of a list as the engine keeps it: without managed fields, the last applied configuration, and all of its status but what rules read.
 * Throws `parseError` for what is no object with a name.
 */
export function ingestObject(raw: RawObject): KubernetesObject {
  const fields = STATUS_FIELDS[raw.kind];
  const object = toKubernetesObject(
    fields && fields !== WHOLE && isJsonObject(raw.status)
      ? { ...raw, status: pick(raw.status, fields) }
      : raw,
    { keepStatus: fields !== undefined },
  );
  if (!object)
    throw new ClusterReadError(`an object of kind ${raw.kind} has no name`, {
      reason: 'parseError',
    });
  return object;
}

function pick(status: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields
      .filter(field => status[field] !== undefined)
      .map(field => [field, status[field]]),
  );
}
