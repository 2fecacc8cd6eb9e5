import {
  Inventory,
  listed,
  Listed,
  noEvidence,
  unlisted,
} from '../model/inventory';
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
 * nodes, running pods, reports and evidence of the control plane are not in manifests and count as unread (`partial`).
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
        type.inManifests ? listed(ofType(objects, type)) : unlisted('partial'),
      ]),
    ) as Record<SupportingResource, Listed<KubernetesObject>>,
    evidence: noEvidence('partial'),
    workloads: listed(
      judgedManifests(objects).map(object => new Workload(object)),
    ),
    livePods: unlisted('partial'),
  };
}

/** The objects of a type, in their order; of a type for a whole group, all kinds of the group. */
export function ofType(
  objects: readonly KubernetesObject[],
  { group, kind, fieldSelector }: ResourceType,
): readonly KubernetesObject[] {
  return objects.filter(
    object =>
      groupOf(object.apiVersion) === group &&
      (kind === '*' || object.kind === kind) &&
      isSelected(object, fieldSelector),
  );
}

/** Of fields, the scanner selects by one at the top only: `type=kubernetes.io/service-account-token`. */
function isSelected(object: KubernetesObject, selector?: string): boolean {
  if (!selector) return true;
  const [field, value] = selector.split('=');
  return object[field] === value;
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
