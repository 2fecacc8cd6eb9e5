import { Container, ResourceAmounts } from '../model/container';
import { ControlContext } from '../model/control';
import { Workload } from '../model/workload';
import { quantityOf } from '../read/quantity';
import { FilledResource, limitRangeDefaults } from './limitRangeDefaults';

/** What judging resources needs beside the container. */
export type ResourceContext = ControlContext<'limitRanges'>;

/** The minor version from which `spec.resources` of a pod is on by default (Kubernetes, feature gate PodLevelResources). */
const POD_LEVEL_RESOURCES_FROM = 34;

/** True where a container may not use more than so much of a resource: by its own limit, the pod's, or a limit range. */
export function hasLimit(
  resource: FilledResource,
  container: Container,
  workload: Workload,
  context: ResourceContext,
): boolean {
  return (
    isSet(container.limits, resource, `${container.path}.resources.limits`) ||
    (podLevelCounts(workload, context) &&
      isSet(
        workload.podLimits,
        resource,
        `${workload.specPath}.resources.limits`,
      )) ||
    (isFilledIn(workload) &&
      limitRangeDefaults(
        workload.namespace,
        context.inventory.limitRanges,
      ).limits.has(resource))
  );
}

/** True where a container asks for some of a resource. A limit is a request too, at each level. */
export function hasRequest(
  resource: FilledResource,
  container: Container,
  workload: Workload,
  context: ResourceContext,
): boolean {
  return (
    isSet(
      container.requests,
      resource,
      `${container.path}.resources.requests`,
    ) ||
    isSet(container.limits, resource, `${container.path}.resources.limits`) ||
    (podLevelCounts(workload, context) && podHas(resource, workload)) ||
    (isFilledIn(workload) &&
      limitRangeDefaults(
        workload.namespace,
        context.inventory.limitRanges,
      ).requests.has(resource))
  );
}

/**
 * The limit to propose for a container: `amount`, or its request where that is more.
 * Undefined where the pod itself requests the resource, for then the limit belongs there.
 */
export function proposedLimit(
  resource: FilledResource,
  container: Container,
  workload: Workload,
  amount: string,
): string | undefined {
  if (workload.podRequests[resource] !== undefined) return undefined;
  const request = container.requests[resource];
  const path = `${container.path}.resources.requests.${resource}`;
  return request !== undefined &&
    quantityOf(request, path) > quantityOf(amount, path)
    ? request
    : amount;
}

function podHas(resource: FilledResource, workload: Workload): boolean {
  const path = `${workload.specPath}.resources`;
  return (
    isSet(workload.podRequests, resource, `${path}.requests`) ||
    isSet(workload.podLimits, resource, `${path}.limits`)
  );
}

/** A zero bounds and asks for nothing. */
function isSet(
  amounts: ResourceAmounts,
  resource: FilledResource,
  path: string,
): boolean {
  const amount = amounts[resource];
  return amount !== undefined && quantityOf(amount, `${path}.${resource}`) > 0;
}

/** An older API server drops the field of a manifest; what it returns of its own is in effect. */
function podLevelCounts(
  workload: Workload,
  { kubernetesVersion }: ResourceContext,
): boolean {
  return (
    kubernetesVersion.minor >= POD_LEVEL_RESOURCES_FROM ||
    workload.uid !== undefined
  );
}

/** Limit ranges fill in pods when they are made: a running pod already carries what it got. */
function isFilledIn({ subject, uid }: Workload): boolean {
  return subject.kind !== 'Pod' || uid === undefined;
}
