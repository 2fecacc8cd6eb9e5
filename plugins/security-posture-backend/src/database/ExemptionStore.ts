import {
  ExemptionCategory,
  ExemptionCounts,
  ExemptionPart,
  ExemptionScope,
  ExemptionState,
  ExemptionStep,
} from 'backstage-plugin-security-posture-common';
import { Severity, SubjectRef, Violation } from 'security-posture-engine';
import { StepTaken } from '../exemptions/takeStep';
import { Visibility } from './operations/visibleRefs';
import { ExemptedFailRecord } from './records';

/** What an exemption covers, as it is stored. */
export interface ExemptionTargetRecord {
  readonly scope: ExemptionScope;
  readonly control: string;
  /** Of scope finding, with the hash of the evidence that is exempted. */
  readonly findingKey?: string;
  readonly evidenceHash?: string;
  /** The subject of the finding, or the workload. */
  readonly subjectId?: number;
  /** The entity on whose behalf it is asked for. */
  readonly entityRef?: string;
  /** Where the finding or the workload is. */
  readonly cluster?: string;
}

/** What a new exemption says. */
export interface NewExemption extends ExemptionTargetRecord {
  readonly severity: Severity;
  readonly category: ExemptionCategory;
  readonly reason: string;
  readonly compensatingControl?: string;
  readonly link?: string;
  readonly requestedBy: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** An exemption. Times are epoch milliseconds. */
export interface ExemptionRecord extends NewExemption {
  readonly id: string;
  readonly state: ExemptionState;
  readonly source: 'request' | 'annotation';
  readonly requestedAt: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly version: number;
  /** What the finding is on, or the workload, where it is known still. */
  readonly subject?: Omit<SubjectRef, 'type'> & { readonly cluster: string };
  /** Open findings that it covers now, or would if it were approved; 0 for one that has ended. */
  readonly appliesTo: number;
  /** Its steps, oldest first. */
  readonly events: readonly ExemptionEventRecord[];
}

/** A step that was taken. */
export interface ExemptionEventRecord {
  readonly what: ExemptionStep;
  readonly actor: string;
  readonly at: number;
  readonly note?: string;
  readonly expiresAt?: number;
}

/** Who may see which exemptions: those of visible entities, and where `cluster` is true those that belong to none. */
export interface ExemptionVisibility {
  readonly entities: Visibility;
  readonly cluster: boolean;
}

/** Text that the names of an exemption are searched for. */
export interface ExemptionsSearch {
  readonly text: string;
  /** Ids of the controls whose words have the text. */
  readonly controls: readonly string[];
}

/** Which exemptions are meant. */
export interface ExemptionsChoice {
  readonly visible: ExemptionVisibility;
  readonly entityRef?: string;
  readonly control?: string;
  readonly search?: ExemptionsSearch;
  readonly now: number;
}

/** Which exemptions to list; the soonest to end first. */
export interface ExemptionsFilter extends ExemptionsChoice {
  readonly states?: readonly ExemptionState[];
  /** Only those in force that end at or before this time. */
  readonly expiresBefore?: number;
  readonly appliesToNothing?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What a finding names now, and what it named when it was open before. */
export interface EvidenceRecord {
  readonly now?: readonly Violation[];
  readonly before?: readonly Violation[];
}

/** A finding that somebody wants to have exempted. */
export interface ExemptableFinding {
  readonly key: string;
  readonly control: string;
  readonly cluster: string;
  readonly subjectId: number;
  readonly subjectType: SubjectRef['type'];
  readonly outcome: 'fail' | 'notEvaluated';
  readonly severity: Severity;
  readonly evidenceHash: string;
  readonly consequenceOf?: string;
  /** Entities that its subject belongs to. */
  readonly entityRefs: readonly string[];
}

/** What an exemption would cover if it were in force now. */
export interface Coverage {
  readonly appliesTo: number;
  /** What that is, once each. */
  readonly fails: readonly ExemptedFailRecord[];
  /** Gravest severity of that, consequences left out; undefined where it covers nothing. */
  readonly severity?: Severity;
  /** Open critical findings of the control that the scope leaves out. */
  readonly criticalLeftOut: number;
}

/** A step to be taken on an exemption. */
export interface ExemptionDecisionRecord extends StepTaken {
  /** The version that the decider looked at. */
  readonly version?: number;
}

/** What became of a step. */
export interface StepOutcome {
  readonly exemption: ExemptionRecord;
  /** False where the same actor had taken the same step already. */
  readonly taken: boolean;
}

/** The exemption of a finding: the one that covers it now, else one that is asked for, else the last that was denied or has expired. */
export type FindingExemptionRecord = Pick<
  ExemptionRecord,
  | 'id'
  | 'scope'
  | 'requestedBy'
  | 'requestedAt'
  | 'decidedBy'
  | 'decidedAt'
  | 'expiresAt'
  | 'events'
> & { readonly state: Exclude<ExemptionState, 'revoked'> };

/**
 * Keeps exemptions. Every step is one transaction: the exemption with its event, what happened for the history of the entities
 * or the cluster that it concerns, and the mark that their postures have to be summed up anew.
 */
export interface ExemptionStore {
  /** The open finding of a key, as published. */
  findExemptable(key: string): Promise<ExemptableFinding | undefined>;
  measure(target: ExemptionTargetRecord): Promise<Coverage>;
  /**
   * Asks for an exemption. The same request by the same person is answered with the one that waits;
   * where another person's request for the same waits, a ConflictError names it.
   */
  create(request: NewExemption, now: number): Promise<ExemptionRecord>;
  get(id: string): Promise<ExemptionRecord | undefined>;
  list(filter: ExemptionsFilter): Promise<{
    readonly items: readonly ExemptionRecord[];
    readonly total: number;
  }>;
  /** How many exemptions each part of the register has. Those that end at or before `expiresBefore` expire soon. */
  countParts(
    choice: ExemptionsChoice,
    expiresBefore: number,
  ): Promise<Readonly<Record<ExemptionPart, number>>>;
  /** How many on behalf of an entity wait, and how many are in force. */
  countOf(entityRef: string, now: number): Promise<ExemptionCounts>;
  /** What the findings of these keys show, by key. */
  listEvidence(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, EvidenceRecord>>;
  /**
   * Takes a step. Of two at once one is taken, and the other throws a ConflictError that says how the exemption stands by then.
   * Throws a NotFoundError where there is no such exemption.
   */
  take(id: string, decision: ExemptionDecisionRecord): Promise<StepOutcome>;
  /** Ends what has expired; answers with it. */
  expire(now: number): Promise<readonly ExemptionRecord[]>;
  /** Asks again for those whose finding shows other evidence than was exempted; answers with them. */
  reopen(now: number): Promise<readonly ExemptionRecord[]>;
  /** Exemptions of open findings, by key of the finding, as they hold for an entity where one is named. */
  ofFindings(
    keys: readonly string[],
    entityRef: string | undefined,
    now: number,
  ): Promise<ReadonlyMap<string, FindingExemptionRecord>>;
}
