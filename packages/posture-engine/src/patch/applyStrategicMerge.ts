import { isJsonObject, JsonObject } from '../read/typedReads';

/** The key by which a list of a pod spec is merged (Kubernetes API, `patchMergeKey`); other lists are replaced whole. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  env: 'name',
  ports: 'containerPort',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
};

/**
 * Applies a strategic-merge patch: objects merge, null removes, lists with a merge key merge by it,
 * `$patch: delete` removes an item, other lists are replaced. The inputs are not changed.
 */
export function applyStrategicMerge(
  target: JsonObject,
  patch: JsonObject,
): JsonObject {
  const merged: Record<string, unknown> = { ...target };
  for (const key of Object.keys(patch)) {
    const change = patch[key];
    if (change === null) delete merged[key];
    else merged[key] = mergeValue(key, merged[key], change);
  }
  return merged;
}

function mergeValue(key: string, current: unknown, change: unknown): unknown {
  if (Array.isArray(change)) {
    const mergeKey = MERGE_KEYS[key];
    return mergeKey && change.every(isJsonObject)
      ? mergeList(mergeKey, Array.isArray(current) ? current : [], change)
      : change;
  }
  if (!isJsonObject(change)) return change;
  return applyStrategicMerge(isJsonObject(current) ? current : {}, change);
}

function mergeList(
  mergeKey: string,
  current: readonly unknown[],
  changes: readonly JsonObject[],
): unknown[] {
  const merged = [...current];
  for (const change of changes) {
    const index = merged.findIndex(
      item => isJsonObject(item) && item[mergeKey] === change[mergeKey],
    );
    if (change.$patch === 'delete') {
      if (index >= 0) merged.splice(index, 1);
    } else if (index >= 0) {
      merged[index] = applyStrategicMerge(merged[index] as JsonObject, change);
    } else {
      merged.push(applyStrategicMerge({}, change));
    }
  }
  return merged;
}
