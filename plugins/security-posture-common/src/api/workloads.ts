import type { ReasonCode, Severity } from 'security-posture-engine';
import { FindingRow } from './explorer';
import { ResourceView } from './findings';
import { SeverityCounts } from './posture';

/** A workload of an entity. */
export interface WorkloadView {
  resource: ResourceView;
  /** At most 12. */
  images: string[];
  serviceAccount?: string;
  /** ISO time. */
  firstSeenAt: string;
  /** Controls on it by outcome; a fail that could not be judged again is one still. */
  outcomes: Record<'pass' | 'fail' | 'notApplicable' | 'notEvaluated', number>;
  /** Its fails by severity. */
  failing: SeverityCounts;
  /** Gravest of its fails. */
  worst?: Severity;
}

/** A page of the workloads of an entity. */
export interface WorkloadsResponse {
  items: WorkloadView[];
  /** Over all pages. */
  total: number;
  nextCursor?: string;
}

/** One rule that RBAC gives to a service account. */
export interface AccountRightView {
  verbs: string[];
  /** Resources as kubectl writes them, and URLs: `deployments.apps`, `pods/exec`, `*`. */
  objects: string[];
  /** The only objects that it is about; of every name where it is empty. */
  names: string[];
  /** The namespace that it holds in; undefined for the whole cluster. */
  namespace?: string;
  role: { kind: string; name: string };
  binding: { kind: string; name: string };
  /** How grave it is for a workload to have it; undefined where it leads no further. */
  severity?: Severity;
  /** How many of each list are left out. */
  moreVerbs?: number;
  moreObjects?: number;
  moreNames?: number;
}

/** What a service account may do, beyond what every account may. */
export interface AccountRightsView {
  /** The gravest first. */
  rights: AccountRightView[];
  /** Rights that are left out. */
  rightsLeftOut: number;
  /** Why the rights could not be told. */
  rightsUnread?: ReasonCode;
  /** Whether a workload that runs as it has its token; undefined where that could not be told. */
  token?: boolean;
}

/** A service account that workloads of an entity use. */
export interface AccountView extends AccountRightsView {
  resource: ResourceView;
  /** Those that use it, at most 50. */
  workloads: ResourceView[];
  workloadsTotal: number;
  /** What is found on it. */
  findings: FindingRow[];
}

/** What the workloads of an entity may do in their clusters. */
export interface AccessResponse {
  /** Those with the gravest rights first; at most 100. */
  items: AccountView[];
  total: number;
  /** Workloads of the entity. */
  workloadsTotal: number;
  /** Of these, those that were looked at for who uses an account: at most 1,000. */
  workloadsLookedAt: number;
}
