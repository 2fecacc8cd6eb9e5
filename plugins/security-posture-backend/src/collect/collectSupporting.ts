import {
  ControlNeed,
  KubernetesObject,
  Listed,
  listed,
  ResourceType,
  SUPPORTING_RESOURCES,
  SupportingResource,
  unlisted,
} from 'security-posture-engine';
import { inParallel } from './inParallel';
import { ListCollector } from './ListCollector';

const LISTS_AT_ONCE = 4;

const ALL = Object.keys(SUPPORTING_RESOURCES) as SupportingResource[];

/** The supporting lists of an inventory, one for each name. */
export type SupportingLists = Record<
  SupportingResource,
  Listed<KubernetesObject>
>;

/** The kinds that are read: namespaces, and what enabled controls need, opt-in kinds only where they are asked for. */
export function supportingToRead(
  needs: readonly ControlNeed[],
  optIn: readonly SupportingResource[],
): readonly SupportingResource[] {
  return ALL.filter(
    name =>
      name === 'namespaces' ||
      (needs.includes(name) && (!isOptIn(name) || optIn.includes(name))),
  );
}

/** Reads these kinds, some at a time. All others count as switched off, and no enabled control reads them but opt-in kinds. */
export async function collectSupporting(
  collector: ListCollector,
  names: readonly SupportingResource[],
): Promise<SupportingLists> {
  const lists = Object.fromEntries(
    ALL.map(name => [name, unlisted('probeOff')]),
  ) as SupportingLists;
  await inParallel(names, LISTS_AT_ONCE, async name => {
    lists[name] = await collectOne(collector, SUPPORTING_RESOURCES[name]);
  });
  return lists;
}

async function collectOne(
  collector: ListCollector,
  resource: ResourceType,
): Promise<Listed<KubernetesObject>> {
  let objects: KubernetesObject[] = [];
  const reason = await collector.read({
    resource,
    begin: () => {
      objects = [];
    },
    take: object => objects.push(object),
  });
  return reason ? unlisted(reason) : listed(objects);
}

function isOptIn(name: SupportingResource): boolean {
  const resource: ResourceType = SUPPORTING_RESOURCES[name];
  return resource.optIn === true;
}
