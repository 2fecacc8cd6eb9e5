import { KubernetesObject } from '../model/kubernetesObject';
import { isWorkloadObject } from '../model/workload';
import { comesFirst, JudgedObject } from './assembleWorkloads';
import { isMirrorPod } from './normalizePod';
import { OwnedObject, ownedObjectOf } from './OwnedObject';
import { OwnerIndex, RootOwner } from './OwnerIndex';

const WITHOUT_PODS = { hasPods: () => false };

/**
 * The objects among manifests that are judged as workloads, in their order. Manifests may come from a cluster:
 * what another of them made is not judged again, of the objects of one unread owner one is judged, and no mirror pod is.
 * Several objects that bear one name are several.
 */
export function judgedManifests(
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const judged = withoutAttributed(objects.filter(isWorkloadObject));
  const speakers = new Map<string, KubernetesObject>();
  for (const { object, unreadOwner } of judged) {
    if (!unreadOwner) continue;
    const known = speakers.get(unreadOwner);
    if (!known || comesFirst(object, known, WITHOUT_PODS))
      speakers.set(unreadOwner, object);
  }
  return judged
    .filter(
      ({ object, unreadOwner }) =>
        !unreadOwner || speakers.get(unreadOwner) === object,
    )
    .map(({ object }) => object);
}

function withoutAttributed(
  objects: readonly KubernetesObject[],
): readonly JudgedObject[] {
  const owned = objects.map(ownedObjectOf);
  const owners = new OwnerIndex(owned);
  return objects.flatMap((object, index) => {
    const root = owners.rootOf(owned[index], object.metadata.labels);
    if (isMirrorPod(object) || isAttributed(owned[index], root, owners))
      return [];
    const { unreadOwner } = root;
    return [{ object, ...(unreadOwner ? { unreadOwner } : {}) }];
  });
}

/** Objects that name each other as owners have no root: each answers for itself. */
function isAttributed(
  own: OwnedObject,
  { topmost }: RootOwner,
  owners: OwnerIndex,
): boolean {
  return topmost !== own && owners.rootOf(topmost).topmost === topmost;
}
