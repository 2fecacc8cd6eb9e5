import {
  ClusterDescription,
  ClusterReader,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { ResourceType } from 'security-posture-engine';
import {
  aggregatedKinds,
  GroupKinds,
  isLegacyDiscovery,
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

/** Tells of each kind that was asked for whether it is served. */
export type Discovery = (resource: ResourceType) => Served;

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
  resources: readonly ResourceType[],
  signal?: AbortSignal,
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
  const core = await kindsAt('/api', [''], ask);
  const named = await kindsAt('/apis', groups.filter(Boolean), ask);
  return resource => servedBy(resource.group ? named : core, resource);
}

async function kindsAt(
  path: string,
  groups: readonly string[],
  ask: Ask,
): Promise<ServedKinds | undefined> {
  const json = await ask(path);
  const aggregated = aggregatedKinds(json);
  if (aggregated || !isLegacyDiscovery(json)) return aggregated;
  const kinds = new Map<string, GroupKinds | undefined>();
  for (const group of groups) {
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
  if (!kinds || (kinds.has(group) && !kinds.get(group)))
    return { state: 'unknown' };
  const versions = kinds.get(group)?.get(plural);
  if (!versions) return { state: 'absent' };
  return {
    state: 'served',
    resource: {
      ...resource,
      version: versions.includes(version) ? version : versions[0],
    },
  };
}
