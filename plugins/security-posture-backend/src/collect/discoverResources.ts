import {
  ClusterDescription,
  ClusterReader,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  Listed,
  listed,
  ResourceType,
  ServedResource,
  unlisted,
} from 'security-posture-engine';
import {
  aggregatedKinds,
  GroupKinds,
  isLegacyDiscovery,
  legacyGroups,
  legacyKinds,
  legacyVersions,
  ServedKinds,
} from './servedKinds';

const ACCEPT = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/** Whether an API server serves a kind: under this version, not at all, or nobody could tell. */
export type Served =
  | { readonly state: 'served'; readonly resource: ResourceType }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

/** What an API server serves. */
export interface Discovery {
  /** Whether one kind can be listed. */
  served(resource: ResourceType): Served;
  /** Every kind of a resource's group that can be listed, by name; undefined where nobody could tell. */
  kindsOf(resource: ResourceType): readonly ResourceType[] | undefined;
  /** All that is served, listable or not. */
  readonly servedResources: Listed<ServedResource>;
}

/** What is asked for. */
export interface DiscoveryOptions {
  readonly resources: readonly ResourceType[];
  /** True: the groups of other kinds too, for which the older form of discovery has to be asked one by one. */
  readonly everyGroup?: boolean;
  readonly signal?: AbortSignal;
}

/** Answers undefined where a path could not be read. */
type Ask = (path: string) => Promise<unknown>;

/**
 * Asks an API server which kinds it serves: by aggregated discovery, or by the older form where there is none (before 1.26).
 * A kind that is served under other versions only is read under the preferred one of them.
 * Discovery that fails tells nothing of its kinds; credentials that are refused fail the cluster.
 */
export async function discoverResources(
  reader: ClusterReader,
  cluster: ClusterDescription,
  { resources, everyGroup, signal }: DiscoveryOptions,
): Promise<Discovery> {
  const ask: Ask = async path => {
    try {
      return await reader.get(cluster, path, { accept: ACCEPT, signal });
    } catch (error) {
      if (isClusterReadError(error) && error.reach === 'request')
        return undefined;
      throw error;
    }
  };
  const groups = [...new Set(resources.map(({ group }) => group))];
  const core = await kindsAt('/api', () => [''], ask);
  const named = await kindsAt(
    '/apis',
    json => (everyGroup ? legacyGroups(json) : groups.filter(Boolean)),
    ask,
  );
  const kindsIn = (group: string) => (group ? named : core);
  return {
    served: resource => servedBy(kindsIn(resource.group), resource),
    kindsOf: resource => everyKind(kindsIn(resource.group), resource),
    servedResources: servedResources([core, named]),
  };
}

async function kindsAt(
  path: string,
  groupsOf: (json: unknown) => readonly string[],
  ask: Ask,
): Promise<ServedKinds | undefined> {
  const json = await ask(path);
  const aggregated = aggregatedKinds(json);
  if (aggregated || !isLegacyDiscovery(json)) return aggregated;
  const kinds = new Map<string, GroupKinds | undefined>();
  for (const group of groupsOf(json)) {
    const lists = [];
    for (const version of legacyVersions(json, group))
      lists.push({
        version,
        json: await ask([path, group, version].filter(Boolean).join('/')),
      });
    kinds.set(group, legacyKinds(lists));
  }
  return kinds;
}

function servedBy(
  kinds: ServedKinds | undefined,
  resource: ResourceType,
): Served {
  const { group, plural, version } = resource;
  if (isUnread(kinds, group)) return { state: 'unknown' };
  const versions = kinds?.get(group)?.get(plural)?.versions ?? [];
  if (versions.length === 0) return { state: 'absent' };
  return {
    state: 'served',
    resource: {
      ...resource,
      version: versions.includes(version) ? version : versions[0],
    },
  };
}

function everyKind(
  kinds: ServedKinds | undefined,
  resource: ResourceType,
): readonly ResourceType[] | undefined {
  if (isUnread(kinds, resource.group)) return undefined;
  return [...(kinds?.get(resource.group) ?? [])]
    .filter(([, { versions, kind }]) => versions.length > 0 && kind)
    .map(([plural, { kind, namespaced, versions }]) => ({
      ...resource,
      plural,
      kind,
      namespaced,
      version: versions.includes(resource.version)
        ? resource.version
        : versions[0],
    }))
    .sort((one, other) => (one.plural < other.plural ? -1 : 1));
}

function isUnread(kinds: ServedKinds | undefined, group: string): boolean {
  return !kinds || (kinds.has(group) && !kinds.get(group));
}

/** A rule that asks whether a kind is served at all must not take a part of them for all. */
function servedResources(
  parts: readonly (ServedKinds | undefined)[],
): Listed<ServedResource> {
  const resources: ServedResource[] = [];
  for (const groups of parts) {
    if (!groups) return unlisted('unreachable');
    for (const [group, kinds] of groups) {
      if (!kinds) return unlisted('partial');
      for (const plural of kinds.keys()) resources.push({ group, plural });
    }
  }
  return listed(resources);
}
