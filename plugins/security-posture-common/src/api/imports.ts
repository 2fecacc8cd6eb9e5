import type { ImportedDocument, JsonObject } from 'security-posture-engine';

/** Documents of other tools that may be posted: `kube-bench`, `audit-policy`, and what importers of backend modules take in. */
export type ImportKind = ImportedDocument['kind'];

/** What kube-bench prints with `--json`, for one node: an object with `Controls`, or one of these by itself. */
export type KubeBenchDocument = JsonObject;

/** The audit policy of an API server, as JSON: `audit.k8s.io/v1`, kind `Policy`. */
export type AuditPolicyDocument = JsonObject;

/** Whom a document of kube-bench is about. */
export interface ImportOptions {
  /** Name of the node that kube-bench ran on. Without it the document stands for the cluster. */
  node?: string;
}

/** A document that was posted, without what it says. */
export interface ImportView {
  cluster: string;
  kind: ImportKind;
  node?: string;
  /** ISO time. */
  receivedAt: string;
  /** Ref of the user, or subject of the service, that posted it. */
  receivedBy: string;
}

/** The documents that hold for a cluster: the newest of each kind and node. */
export interface ImportsResponse {
  items: ImportView[];
}
