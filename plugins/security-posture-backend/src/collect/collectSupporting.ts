import { ClusterReadError } from 'backstage-plugin-security-posture-node';
import {
  ControlNeed,
  KubernetesObject,
  Listed,
  listed,
  NotEvaluatedReason,
  OptInPart,
  ResourceType,
  SUPPORTING_RESOURCES,
  SupportingResource,
  unlisted,
} from 'security-posture-engine';
import { Discovery } from './discoverResources';
import { inParallel } from './inParallel';
import { ListCollector } from './ListCollector';
import { listNameOf } from './listNameOf';
import { ObjectReader } from './ObjectReader';

const LISTS_AT_ONCE = 4;
/** A group with more kinds than this is not read. */
const MOST_KINDS = 200;

const RESOURCES: Readonly<Record<SupportingResource, ResourceType>> =
  SUPPORTING_RESOURCES;
const ALL = Object.keys(RESOURCES) as SupportingResource[];

/** The supporting lists of an inventory, one for each name. */
export type SupportingLists = Record<
  SupportingResource,
  Listed<KubernetesObject>
>;

/** The kinds to list for one name, or why they cannot be. */
export type PlannedLists = ReadonlyMap<
  SupportingResource,
  readonly ResourceType[] | NotEvaluatedReason
>;

/** The kinds that are read: namespaces, and what enabled controls need, opt-in kinds only where they are asked for. */
export function supportingToRead(
  needs: readonly ControlNeed[],
  optIn: readonly OptInPart[],
): readonly SupportingResource[] {
  return neededKinds([...needs, 'namespaces']).filter(name => {
    const part = RESOURCES[name].optIn;
    return !part || optIn.includes(part);
  });
}

/** The kinds that enabled controls need, opt-in kinds too, and that the cluster does not have. */
export function missingKinds(
  needs: readonly ControlNeed[],
  discovery: Discovery,
): ReadonlySet<SupportingResource> {
  return new Set(
    neededKinds(needs).filter(
      name => discovery.served(RESOURCES[name]).state === 'absent',
    ),
  );
}

/** The kinds that enabled controls need, opt-in kinds too. */
export function neededKinds(
  needs: readonly ControlNeed[],
): readonly SupportingResource[] {
  return ALL.filter(name => needs.includes(name));
}

/** What to list for each name: one kind, or every kind of its group. */
export function planLists(
  names: readonly SupportingResource[],
  discovery: Discovery,
): PlannedLists {
  return new Map(
    names.map(name => [name, kindsToList(RESOURCES[name], discovery)]),
  );
}

/** How many lists there are to read. */
export function countLists(planned: PlannedLists): number {
  return [...planned.values()]
    .map(kinds => (typeof kinds === 'string' ? 1 : kinds.length))
    .reduce((sum, count) => sum + count, 0);
}

/**
 * Reads these kinds, some at a time. All others count as switched off, and no enabled control reads them but opt-in kinds;
 * of those that are `missing` from the cluster there is nothing to switch on, and nothing.
 */
export async function collectSupporting(
  collector: ListCollector,
  planned: PlannedLists,
  missing: ReadonlySet<SupportingResource>,
): Promise<SupportingLists> {
  const lists = Object.fromEntries(
    ALL.map(name => [
      name,
      missing.has(name) ? listed([]) : unlisted('probeOff'),
    ]),
  ) as SupportingLists;
  const objects = new ObjectReader(collector);
  await inParallel([...planned], LISTS_AT_ONCE, async ([name, kinds]) => {
    lists[name] =
      typeof kinds === 'string'
        ? await collector.readOther(listNameOf(RESOURCES[name]), () =>
            refuse(RESOURCES[name], kinds),
          )
        : await collectKinds(collector, kinds, objects);
  });
  return lists;
}

/** The kinds that a resource stands for: itself, or every kind of its group; or why these are not known. */
export function kindsToList(
  resource: ResourceType,
  discovery: Discovery,
): readonly ResourceType[] | NotEvaluatedReason {
  if (resource.plural !== '*') return [resource];
  const kinds = discovery.kindsOf(resource);
  if (!kinds) return 'unreachable';
  return kinds.length > MOST_KINDS ? 'tooLarge' : kinds;
}

/** One list of all kinds together; unread where one of them is. */
async function collectKinds(
  collector: ListCollector,
  kinds: readonly ResourceType[],
  objects: ObjectReader,
): Promise<Listed<KubernetesObject>> {
  const all: KubernetesObject[] = [];
  for (const kind of kinds) {
    const list = await collector.readOther(listNameOf(kind), () =>
      kind.listedWithoutSpec
        ? objects.readEach(kind)
        : collector.objectsOf(kind),
    );
    if (!list.read) return list;
    all.push(...list.items);
  }
  return listed(all);
}

async function refuse(
  { group }: ResourceType,
  reason: NotEvaluatedReason,
): Promise<never> {
  throw new ClusterReadError(
    reason === 'tooLarge'
      ? `the group ${group} has more than ${MOST_KINDS} kinds`
      : `which kinds the group ${group} has is not known`,
    { reason },
  );
}
