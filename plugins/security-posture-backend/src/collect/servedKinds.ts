import { isJsonObject, JsonObject } from 'security-posture-engine';

/** What a version may be called; anything else from a cluster must not become part of a path. */
const VERSION = /^v\d+(?:(?:alpha|beta)\d+)?$/;

/** Versions by plural name, the preferred one first: what one API group lets clients list. */
export type GroupKinds = ReadonlyMap<string, readonly string[]>;

/** API groups by name; undefined for one that could not be read. */
export type ServedKinds = ReadonlyMap<string, GroupKinds | undefined>;

/** The groups of an aggregated discovery document; undefined where it is none. */
export function aggregatedKinds(json: unknown): ServedKinds | undefined {
  if (!isJsonObject(json) || json.kind !== 'APIGroupDiscoveryList')
    return undefined;
  return new Map(
    objectsOf(json.items).map(({ metadata, versions }) => [
      isJsonObject(metadata) ? String(metadata.name ?? '') : '',
      kindsOf(
        objectsOf(versions).map(({ version, resources }) => ({
          version: String(version),
          resources: namesOf(resources, 'resource'),
        })),
      ),
    ]),
  );
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
      resources: namesOf((json as JsonObject).resources, 'name'),
    })),
  );
}

function kindsOf(
  versions: readonly { version: string; resources: readonly string[] }[],
): GroupKinds {
  const kinds = new Map<string, string[]>();
  for (const { version, resources } of versions)
    for (const plural of isVersion(version) ? resources : [])
      kinds.set(plural, [...(kinds.get(plural) ?? []), version]);
  return kinds;
}

function namesOf(resources: unknown, key: string): readonly string[] {
  return objectsOf(resources)
    .filter(({ verbs }) => textsOf(verbs).includes('list'))
    .map(resource => String(resource[key]));
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
