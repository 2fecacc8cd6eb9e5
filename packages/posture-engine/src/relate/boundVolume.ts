import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { memoByList } from './memo';

/** Claims and volumes as they were read. */
export interface VolumeInventory {
  readonly persistentVolumeClaims: readonly KubernetesObject[];
  readonly persistentVolumes: readonly KubernetesObject[];
}

const volumeNames = memoByList((claims: readonly KubernetesObject[]) => {
  const names = new Map<string, string>();
  for (const claim of claims) {
    const { namespace = 'default', name } = claim.metadata;
    const { volumeName } = objectOf(claim.spec);
    if (typeof volumeName === 'string' && volumeName)
      names.set(`${namespace}/${name}`, volumeName);
  }
  return names;
});

const byName = memoByList(
  (volumes: readonly KubernetesObject[]) =>
    new Map(volumes.map(volume => [volume.metadata.name, volume])),
);

const byClaim = memoByList((volumes: readonly KubernetesObject[]) => {
  const found = new Map<string, KubernetesObject>();
  for (const volume of volumes) {
    const { namespace, name } = objectOf(objectOf(volume.spec).claimRef);
    if (typeof namespace === 'string' && typeof name === 'string')
      found.set(`${namespace}/${name}`, volume);
  }
  return found;
});

/** The PersistentVolume to which a claim is bound: the one that the claim names, or the one that names the claim. */
export function boundVolume(
  namespace: string,
  claim: string,
  { persistentVolumeClaims, persistentVolumes }: VolumeInventory,
): KubernetesObject | undefined {
  const key = `${namespace}/${claim}`;
  const named = volumeNames(persistentVolumeClaims).get(key);
  return named
    ? byName(persistentVolumes).get(named)
    : byClaim(persistentVolumes).get(key);
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
