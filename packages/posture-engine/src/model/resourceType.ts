/** Where the API server serves one kind, and how the scanner lists it. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  /** Plural name in the URL; `*` for every kind of the group. */
  readonly plural: string;
  /** `*` for every kind of the group. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** True for what another tool wrote about the cluster. */
  readonly isReport?: boolean;
  /** True where manifests can hold it: absent from them then means that there is none. */
  readonly inManifests: boolean;
  /** Set where the scanner reads it only if an adopter asks for it: what they ask for. */
  readonly optIn?: OptInPart;
  /** True where only metadata is listed, at first or at all. */
  readonly metadataOnly?: boolean;
  /** Which objects of the kind are listed. */
  readonly fieldSelector?: string;
  /** True where lists hold no spec, so that each object has to be got by itself. */
  readonly listedWithoutSpec?: boolean;
}

/** What an adopter may ask the scanner to read beside what it reads by default. */
export type OptInPart = 'configMaps' | 'secretMetadata' | 'kubescapeReports';

/** A namespaced kind of the core group that manifests can hold; `rest` says what differs. */
export function core(
  plural: string,
  kind: string,
  rest: Partial<ResourceType> = {},
): ResourceType {
  return {
    group: '',
    version: 'v1',
    plural,
    kind,
    namespaced: true,
    inManifests: true,
    ...rest,
  };
}

/** As `core`, in a named group. */
export function grouped(
  group: string,
  version: string,
  plural: string,
  kind: string,
  rest: Partial<ResourceType> = {},
): ResourceType {
  return core(plural, kind, { group, version, ...rest });
}
