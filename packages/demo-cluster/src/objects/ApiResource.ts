/** A kind as the API serves it. */
export interface ApiResource {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames: string[];
  /** True if `/status` is served too. */
  hasStatus: boolean;
  /** True for custom kinds; their list items carry kind and apiVersion. */
  custom: boolean;
  verbs: string[];
}

/** The name of a resource whatever its version: `pods`, `deployments.apps`. */
export function resourceName(resource: {
  plural: string;
  group: string;
}): string {
  return resource.group === ''
    ? resource.plural
    : `${resource.plural}.${resource.group}`;
}
