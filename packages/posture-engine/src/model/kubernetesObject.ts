import { JsonObject } from '../read/typedReads';

/** A Kubernetes object as JSON: apiVersion, kind, metadata, and what its kind has. */
export interface KubernetesObject extends JsonObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
}

/** The part of an object's metadata that the engine reads. */
export interface ObjectMetadata extends JsonObject {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly OwnerReference[];
  /** As the API server writes it: `2026-11-21T12:00:00Z`. */
  readonly creationTimestamp?: string;
  /** Of a Secret: when it was last written, where the API server keeps that. */
  readonly changedAt?: string;
}

/** Who made an object. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid?: string;
  readonly controller?: boolean;
}
