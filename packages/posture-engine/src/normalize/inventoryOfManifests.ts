import { Inventory, listed, Listed, unlisted } from '../model/inventory';
import { KubernetesObject } from '../model/kubernetesObject';
import { KubernetesVersion } from '../model/kubernetesVersion';
import {
  ResourceType,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from '../model/resources';
import { Workload } from '../model/workload';
import { judgedManifests } from './judgedManifests';

/**
 * The inventory that manifests are: for kinds that manifests can hold, not in the input means none;
 * nodes and running pods are not in manifests and count as unread (`partial`).
 */
export function inventoryOfManifests(
  objects: readonly KubernetesObject[],
  kubernetesVersion: KubernetesVersion,
): Inventory {
  return {
    kubernetesVersion,
    supporting: Object.fromEntries(
      Object.entries(SUPPORTING_RESOURCES).map(([name, type]) => [
        name,
        listOfType(objects, type),
      ]),
    ) as Record<SupportingResource, Listed<KubernetesObject>>,
    workloads: listed(
      judgedManifests(objects).map(object => new Workload(object)),
    ),
    livePods: unlisted('partial'),
  };
}

function listOfType(
  objects: readonly KubernetesObject[],
  type: ResourceType,
): Listed<KubernetesObject> {
  if (!type.inManifests) return unlisted('partial');
  return listed(
    objects.filter(
      ({ apiVersion, kind }) =>
        kind === type.kind && groupOf(apiVersion) === type.group,
    ),
  );
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
