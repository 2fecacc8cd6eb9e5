import { isJsonObject, JsonObject } from 'security-posture-engine';

/** What a version may be called; anything else from a cluster must not become part of a path. */
const VERSION = /^v\d+(?:(?:alpha|beta)\d+)?$/;
/** What a plural name may be, for the same reason. Names of subresources hold a slash. */
const PLURAL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** One kind that an API group serves. */
export interface ServedKind {
  readonly kind: string;
  readonly namespaced: boolean;
  /** The versions in which it can be listed, the preferred one first. */
  readonly versions: readonly string[];
}

/** Kinds by plural name: what one API group serves. */
export type GroupKinds = ReadonlyMap<string, ServedKind>;

/** API groups by name; undefined for one that could not be read. */
export type ServedKinds = ReadonlyMap<string, GroupKinds | undefined>;

/** One resource of one version, whichever form of discovery told of it. */
interface ToldResource {
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly listable: boolean;
}

interface ToldVersion {
  readonly version: string;
  readonly resources: readonly ToldResource[];
}

/** The groups of an aggregated discovery document; undefined where it is none. */
export function aggregatedKinds(json: unknown): ServedKinds | undefined {
  if (!isJsonObject(json) || json.kind !== 'APIGroupDiscoveryList')
    return undefined;
  return new Map(
    objectsOf(json.items).map(({ metadata, versions }) => [
      isJsonObject(metadata) ? String(metadata.name ?? '') : '',
      aggregatedGroup(objectsOf(versions)),
    ]),
  );
}

/** A group whose own API server does not answer is stale, and has no kinds where it never did. */
function aggregatedGroup(
  versions: readonly JsonObject[],
): GroupKinds | undefined {
  const unread = versions.some(
    ({ freshness, resources }) =>
      freshness === 'Stale' && objectsOf(resources).length === 0,
  );
  if (unread) return undefined;
  return kindsOf(
    versions.map(({ version, resources }) => ({
      version: String(version),
      resources: objectsOf(resources).map(aggregatedResource),
    })),
  );
}

function aggregatedResource(told: JsonObject): ToldResource {
  const { resource, responseKind, scope, verbs } = told;
  const kind = isJsonObject(responseKind) ? responseKind.kind : undefined;
  return {
    plural: String(resource),
    kind: typeof kind === 'string' ? kind : '',
    namespaced: scope === 'Namespaced',
    listable: textsOf(verbs).includes('list'),
  };
}

/** The groups that the older form of discovery names. */
export function legacyGroups(json: unknown): readonly string[] {
  if (!isJsonObject(json)) return [];
  return objectsOf(json.groups).map(({ name }) => String(name));
}

/** The versions that a group has in the older form of discovery, the preferred one first. */
export function legacyVersions(json: unknown, group: string): string[] {
  if (!isJsonObject(json)) return [];
  if (!group) return textsOf(json.versions).filter(isVersion);
  const entry = objectsOf(json.groups).find(({ name }) => name === group);
  return objectsOf(entry?.versions)
    .map(({ version }) => String(version))
    .filter(isVersion);
}

/** True for the older form of discovery: `/api` or `/apis`. */
export function isLegacyDiscovery(json: unknown): boolean {
  return (
    isJsonObject(json) &&
    (json.kind === 'APIVersions' || json.kind === 'APIGroupList')
  );
}

/** The kinds of one group from its `APIResourceList`s; undefined where one could not be read. */
export function legacyKinds(
  lists: readonly { readonly version: string; readonly json: unknown }[],
): GroupKinds | undefined {
  if (
    !lists.every(
      ({ json }) => isJsonObject(json) && Array.isArray(json.resources),
    )
  )
    return undefined;
  return kindsOf(
    lists.map(({ version, json }) => ({
      version,
      resources: objectsOf((json as JsonObject).resources).map(legacyResource),
    })),
  );
}

function legacyResource({
  name,
  kind,
  namespaced,
  verbs,
}: JsonObject): ToldResource {
  return {
    plural: String(name),
    kind: typeof kind === 'string' ? kind : '',
    namespaced: namespaced === true,
    listable: textsOf(verbs).includes('list'),
  };
}

function kindsOf(versions: readonly ToldVersion[]): GroupKinds {
  const kinds = new Map<string, ServedKind>();
  for (const { version, resources } of versions.filter(isUsable))
    for (const { plural, kind, namespaced, listable } of resources) {
      if (!PLURAL.test(plural)) continue;
      const known = kinds.get(plural) ?? { kind, namespaced, versions: [] };
      kinds.set(plural, {
        ...known,
        versions: [...known.versions, ...(listable ? [version] : [])],
      });
    }
  return kinds;
}

function isUsable({ version }: ToldVersion): boolean {
  return isVersion(version);
}

function isVersion(text: string): boolean {
  return VERSION.test(text);
}

function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
