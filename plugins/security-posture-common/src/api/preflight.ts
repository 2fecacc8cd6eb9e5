import type { ReasonCode } from 'security-posture-engine';

/** Whether one list or page of a cluster may be read. */
export type PreflightState =
  | 'readable'
  | 'unreadable'
  /** The cluster has no such kind. */
  | 'notServed'
  /** It is read only where an adopter asks for it, and nobody did: it was not tried. */
  | 'switchedOff';

/** A rule of a Role or ClusterRole, as Kubernetes spells it. */
export interface ReadRule {
  /** Set where it is a rule of a Role in this namespace. */
  namespace?: string;
  nonResourceURLs?: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  verbs: string[];
}

/** One list or page of a cluster. */
export interface PreflightItem {
  /** Plural name, with the group of custom resources; or a path: `/metrics`. */
  name: string;
  state: PreflightState;
  /** Why it is unreadable. */
  reason?: ReasonCode;
  /** Ids of the controls that need it: what it costs where it is not readable. */
  controls: string[];
  /** The file below `deploy/` that grants it. */
  grantedBy: string;
  /** The right that reads it, where one rule gives it. */
  rule?: ReadRule;
  /** Key of the configuration that asks for it, where it is read only on request. */
  setting?: string;
}

/** What the scanner may read of a cluster now. */
export interface PreflightView {
  cluster: string;
  /** ISO time. */
  checkedAt: string;
  /** False: the cluster did not answer, or admits users only, and nothing else was tried. */
  answers: boolean;
  /** Why it does not answer. */
  reason?: ReasonCode;
  /** As the API server says it. */
  kubernetesVersion?: string;
  items: PreflightItem[];
}
