import { ExemptAnnotations } from '../sweep/exemptAnnotations';
import { ExemptionRecord, NewExemption } from './ExemptionStore';

/** A published workload whose annotations ask for exemptions. */
export interface AnnotatedWorkload {
  readonly subjectId: number;
  readonly key: string;
  /** `Deployment shop/web`. */
  readonly name: string;
  readonly annotations: ExemptAnnotations;
  /** The entity that it belongs to; the first by ref, where there are several. */
  readonly entityRef?: string;
}

/** An exemption that an annotation asks for. */
export interface AnnotatedRequest extends NewExemption {
  readonly cluster: string;
  /** Names the annotation, as it is worded now, with the control and the workload. */
  readonly sourceKey: string;
  /** True where it is approved by itself. */
  readonly approve: boolean;
  /** What is missing, or not understood. */
  readonly note?: string;
}

/** What following annotations did to an exemption. */
export interface AnnotatedStep {
  readonly what: 'requested' | 'approved' | 'revoked';
  readonly exemption: ExemptionRecord;
}

/** Keeps exemptions in step with the annotations of workloads. */
export interface AnnotatedExemptionStore {
  listAnnotated(cluster: string): Promise<readonly AnnotatedWorkload[]>;
  /**
   * Asks for what annotations of a cluster ask for and was not asked for yet, approves what is approved by itself,
   * and ends what no annotation asks for any more. What a person decided on stays so while the annotation says the same.
   */
  follow(
    cluster: string,
    requests: readonly AnnotatedRequest[],
    now: number,
  ): Promise<readonly AnnotatedStep[]>;
}
