import { ApiResource } from '../objects/ApiResource';
import { apiVersionOf, JsonObject } from '../objects/Manifest';

/** `/api` as old clients read it. */
export function legacyVersions(serverAddress: string): JsonObject {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
  };
}

/** `/apis` as old clients read it. */
export function legacyGroups(resources: ApiResource[]): JsonObject {
  const groups = [...byGroup(resources)].filter(([name]) => name !== '');
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(([name, members]) => groupEntry(name, members)),
  };
}

/** `/apis/<group>`; undefined for a group that is not served. */
export function legacyGroup(
  resources: ApiResource[],
  group: string,
): JsonObject | undefined {
  const members = byGroup(resources).get(group);
  return (
    members && {
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...groupEntry(group, members),
    }
  );
}

/** `/api/v1` or `/apis/<group>/<version>`; undefined if it is not served. */
export function legacyResources(
  resources: ApiResource[],
  group: string,
  version: string,
): JsonObject | undefined {
  const members = resources.filter(
    resource => resource.group === group && resource.version === version,
  );
  if (members.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    ...(group !== '' && { apiVersion: 'v1' }),
    groupVersion: apiVersionOf(group, version),
    resources: members.flatMap(legacyEntries),
  };
}

/** Aggregated discovery: `/api` with `core`, `/apis` with all other groups. */
export function aggregatedGroups(
  resources: ApiResource[],
  core: boolean,
): JsonObject {
  const groups = [...byGroup(resources)].filter(
    ([name]) => (name === '') === core,
  );
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(([name, members]) => ({
      metadata: { ...(name && { name }), creationTimestamp: null },
      versions: versionsOf(members).map(version => ({
        version,
        resources: members
          .filter(member => member.version === version)
          .map(aggregatedEntry),
        freshness: 'Current',
      })),
    })),
  };
}

function byGroup(resources: ApiResource[]): Map<string, ApiResource[]> {
  const groups = new Map<string, ApiResource[]>();
  for (const resource of resources) {
    groups.set(resource.group, [
      ...(groups.get(resource.group) ?? []),
      resource,
    ]);
  }
  return groups;
}

function groupEntry(name: string, members: ApiResource[]): JsonObject {
  const versions = versionsOf(members).map(version => ({
    groupVersion: apiVersionOf(name, version),
    version,
  }));
  return { name, versions, preferredVersion: versions[0] };
}

/** The preferred version first: stable before beta before alpha, newest first. */
function versionsOf(members: ApiResource[]): string[] {
  const versions = [...new Set(members.map(member => member.version))];
  return versions.sort((a, b) => versionRank(b) - versionRank(a));
}

function versionRank(version: string): number {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (!match) {
    return -1;
  }
  const [, major, stage, minor = '0'] = match;
  const stability = { alpha: 0, beta: 1e4 }[stage] ?? 1e8;
  return stability + Number(major) * 100 + Number(minor);
}

function legacyEntries(resource: ApiResource): JsonObject[] {
  const { plural, singular, kind, namespaced, verbs, shortNames } = resource;
  const entry = {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs,
    ...(shortNames.length > 0 && { shortNames }),
  };
  const status = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind,
    verbs: ['get'],
  };
  return resource.hasStatus ? [entry, status] : [entry];
}

function aggregatedEntry(resource: ApiResource): JsonObject {
  const { plural, singular, group, version, kind, verbs } = resource;
  const responseKind = { group, version, kind };
  return {
    resource: plural,
    responseKind,
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs,
    ...(resource.shortNames.length > 0 && { shortNames: resource.shortNames }),
    ...(resource.hasStatus && {
      subresources: [{ subresource: 'status', responseKind, verbs: ['get'] }],
    }),
  };
}
