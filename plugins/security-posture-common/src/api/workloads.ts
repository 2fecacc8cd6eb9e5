import type { Severity } from 'security-posture-engine';
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

/** A service account that workloads of an entity use. */
export interface AccountView {
  resource: ResourceView;
  /** Those that use it. */
  workloads: ResourceView[];
  /** What is found on it: its rights are in the places. */
  findings: FindingRow[];
}

/** What the workloads of an entity may do in their clusters. */
export interface AccessResponse {
  /** At most 100. */
  items: AccountView[];
  total: number;
}
