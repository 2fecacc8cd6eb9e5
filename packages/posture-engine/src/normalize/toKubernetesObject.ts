import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject, JsonObject } from '../read/typedReads';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * A Kubernetes object as the engine keeps it: with apiVersion and kind (list items lack them), without managedFields,
 * last-applied-configuration and, unless kept, status; of a Secret with the time of its last write. Undefined for what has no name or is no object.
 * Labels and annotations that are no strings are left out. The input is not changed.
 */
export function toKubernetesObject(
  json: unknown,
  fallback: {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly keepStatus?: boolean;
  } = {},
): KubernetesObject | undefined {
  if (!isJsonObject(json) || !isJsonObject(json.metadata)) return undefined;
  const apiVersion = json.apiVersion ?? fallback.apiVersion;
  const kind = json.kind ?? fallback.kind;
  const name = json.metadata.name ?? json.metadata.generateName;
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    typeof name !== 'string'
  )
    return undefined;
  const { status, metadata, ...rest } = json;
  return {
    ...rest,
    ...(fallback.keepStatus && status !== undefined ? { status } : {}),
    apiVersion,
    kind,
    metadata: {
      ...cleanMetadata(json.metadata, name),
      ...(kind === 'Secret' ? lastChange(json.metadata) : {}),
    },
  } as KubernetesObject;
}

function cleanMetadata(
  metadata: Readonly<Record<string, unknown>>,
  name: string,
) {
  const {
    managedFields,
    labels,
    annotations,
    ownerReferences,
    namespace,
    uid,
    ...rest
  } = metadata;
  return {
    ...rest,
    name,
    ...(typeof namespace === 'string' && namespace ? { namespace } : {}),
    ...(typeof uid === 'string' ? { uid } : {}),
    ...(isJsonObject(labels) ? { labels: stringsOf(labels) } : {}),
    ...(isJsonObject(annotations)
      ? { annotations: stringsOf(annotations) }
      : {}),
    ...(Array.isArray(ownerReferences) ? { ownerReferences } : {}),
  };
}

/** The newest time of the managed fields. All that they write begins with the year, so texts compare like times. */
function lastChange({ managedFields }: JsonObject): { changedAt?: string } {
  if (!Array.isArray(managedFields)) return {};
  const times = managedFields.flatMap((entry: unknown) =>
    isJsonObject(entry) && typeof entry.time === 'string' ? entry.time : [],
  );
  const [newest] = times.sort().reverse();
  return newest ? { changedAt: newest } : {};
}

function stringsOf(map: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(map).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0] !== LAST_APPLIED,
    ),
  );
}
