import type { ReasonCode, Severity } from 'security-posture-engine';
import { Readiness } from './posture';

/** An entity that fails a control. */
export interface FailingEntity {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  readiness: Readiness;
  /** Workloads, images and service accounts of it that fail, exempted ones left out. */
  subjects: number;
  /** Those that an approved exemption covers. */
  exempted: number;
}

/** A page of the entities that fail a control, most subjects first. */
export interface ControlEntitiesResponse {
  control: string;
  items: FailingEntity[];
  /** Entities over all pages, of what the caller may see. */
  total: number;
  /** Over all pages. */
  subjects: number;
  exempted: number;
  /** Share of the failing subjects that is exempted, 0 to 1; null where nothing fails. */
  exemptedShare: number | null;
  nextCursor?: string;
  /** True where the catalog shows the caller less than everything. Never says how much. */
  partial: boolean;
}

/** How one control stands in one cluster. */
export interface DriftSide {
  /** Subjects that fail it, exempted or not. */
  failing: number;
  notEvaluated: number;
  /** Why it could not be judged on the whole cluster. */
  gap?: ReasonCode;
}

/** A control that does not stand alike in two clusters. */
export interface ControlDrift {
  control: string;
  title: string;
  severity: Severity;
  a: DriftSide;
  b: DriftSide;
}

/** Where two clusters differ; gravest controls first. */
export interface DriftResponse {
  a: DriftCluster;
  b: DriftCluster;
  items: ControlDrift[];
}

/** A cluster of a comparison, with the number of its workloads to read the others by. */
export interface DriftCluster {
  name: string;
  title?: string;
  workloads: number;
}
