export type Labels = Record<string, string>;
export type JsonObject = Record<string, unknown>;

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

export interface ObjectMetadata {
  name: string;
  namespace?: string;
  labels?: Labels;
  annotations?: Labels;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  generation?: number;
  ownerReferences?: OwnerReference[];
  [field: string]: unknown;
}

/** A Kubernetes object as parsed from YAML or JSON. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  spec?: JsonObject;
  status?: JsonObject;
  [field: string]: unknown;
}

/** What names an object within a cluster, whatever its version. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** One text per object of a cluster, alike for all versions of a group. */
export function identityOf(reference: ObjectReference): string {
  const group = groupOf(reference.apiVersion);
  return `${reference.kind}.${group}/${reference.namespace ?? ''}/${
    reference.name
  }`;
}

/** `apps/v1` gives `apps`; the core group, `v1`, gives the empty string. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** `apps/v1` gives `v1`. */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/** The inverse of groupOf and versionOf. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}
