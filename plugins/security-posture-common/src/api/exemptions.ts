import type { Severity, Violation } from 'security-posture-engine';
import type { ResourceView } from './findings';
import type { Readiness, ReadinessReason, ScoreView } from './posture';

/** What an exemption covers: one finding; a control on a workload; a control on all that belongs to an entity. */
export const EXEMPTION_SCOPES = ['finding', 'workload', 'entity'] as const;
/** What an exemption covers. */
export type ExemptionScope = (typeof EXEMPTION_SCOPES)[number];

/** Where in its life an exemption is. Only an approved one counts. */
export const EXEMPTION_STATES = [
  'pending',
  'approved',
  'denied',
  'revoked',
  'expired',
] as const;
/** Where in its life an exemption is. */
export type ExemptionState = (typeof EXEMPTION_STATES)[number];

/** Why a finding may stay for a while. */
export const EXEMPTION_CATEGORIES = [
  'acceptedRisk',
  'compensatingControl',
  'falsePositive',
  'migration',
  'vendorDependency',
  'operationalNeed',
] as const;
/** Why a finding may stay for a while. */
export type ExemptionCategory = (typeof EXEMPTION_CATEGORIES)[number];

/** A step in the life of an exemption. */
export const EXEMPTION_STEPS = [
  'requested',
  'approved',
  'denied',
  'shortened',
  'revoked',
  'expired',
  'reopened',
] as const;
/** A step in the life of an exemption. */
export type ExemptionStep = (typeof EXEMPTION_STEPS)[number];

/** What a caller may do with an exemption as it stands. */
export const EXEMPTION_ACTIONS = [
  'approve',
  'deny',
  'shorten',
  'revoke',
] as const;
/** What a caller may do with an exemption as it stands. */
export type ExemptionAction = (typeof EXEMPTION_ACTIONS)[number];

/**
 * Parts of the register: those that wait; in force and soon over; in force; pending or in force without a finding that
 * they cover; over. One exemption may be in several.
 */
export const EXEMPTION_PARTS = [
  'pending',
  'expiring',
  'inForce',
  'appliesToNothing',
  'ended',
] as const;
/** A part of the register. */
export type ExemptionPart = (typeof EXEMPTION_PARTS)[number];

/** An exemption, as lists show it. Times are ISO times. */
export interface ExemptionView {
  id: string;
  scope: ExemptionScope;
  state: ExemptionState;
  control: string;
  /** The failing sentence of the control; its id where the library no longer has it. */
  title: string;
  /** Gravest severity of what it applied to when it was asked for: it bounds how long it may last. */
  severity: Severity;
  /** The entity on whose behalf it was asked for; absent where it is about a finding that belongs to none. */
  entityRef?: string;
  /** Of scope finding. */
  findingKey?: string;
  /** What the finding is on, or the workload; absent where that is gone and forgotten, and for scope entity. */
  resource?: ResourceView;
  category: ExemptionCategory;
  reason: string;
  compensatingControl?: string;
  link?: string;
  /** Whether a person asked for it, or an annotation of the workload. */
  source: 'request' | 'annotation';
  requestedBy: string;
  requestedAt: string;
  /** Who approved, denied or ended it last. */
  decidedBy?: string;
  decidedAt?: string;
  /** What was said along with that. */
  note?: string;
  /** Of one that waits: since when it does so again, because the finding shows something else than was asked for. */
  reopenedAt?: string;
  /** From then on it counts no more. */
  expiresAt: string;
  /** Raised by each step. */
  version: number;
  /** Open findings that it covers now, or would if it were approved; 0 for one that has ended. */
  appliesTo: number;
}

/** A step that was taken. */
export interface ExemptionEventView {
  what: ExemptionStep;
  /** Ref of a user; `annotation`, or `system` for what happens by itself. */
  actor: string;
  at: string;
  note?: string;
  /** Its end as it is from then on. */
  expiresAt?: string;
}

/** An exemption with its history, oldest step first, and with what its caller may do. */
export interface ExemptionDetails extends ExemptionView {
  events: ExemptionEventView[];
  /** Of scope finding: the first places that the finding names now; absent where it is not open. */
  evidence?: Violation[];
  /** The places that it named before, where that is why the exemption waits again. */
  evidenceBefore?: Violation[];
  /** What the caller may do with it now. */
  may: ExemptionAction[];
  /** True where the caller asked for it: others decide on it. */
  own: boolean;
}

/** A page of exemptions, the soonest to end first. */
export interface ExemptionsResponse {
  items: ExemptionView[];
  /** Over all pages, of what the caller may see. */
  total: number;
  nextCursor?: string;
  /** True where the caller may see less than everything. Never says how much. */
  partial: boolean;
}

/** Which exemptions to list. */
export interface ExemptionsQuery {
  states?: ExemptionState[];
  entity?: string;
  control?: string;
  /** Only those in force that end within so many days. */
  expiresWithinDays?: number;
  /** True: only those pending or in force that cover no finding now. */
  appliesToNothing?: boolean;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** Which part of the register to show, the soonest to end first. */
export interface ExemptionsRegisterQuery {
  part?: ExemptionPart;
  entity?: string;
  control?: string;
  /** Part of the name of a control, an entity, an object or a person, in any case of letters. */
  search?: string;
  cursor?: string;
  /** At most 50; 25 by default. */
  limit?: number;
}

/** A page of the register, with what the page around it shows. */
export interface ExemptionsRegister extends ExemptionsResponse {
  items: ExemptionDetails[];
  /** How many each part has, of what the other filters leave. */
  counts: Record<ExemptionPart, number>;
  /** Refs of the groups whose members decide; nobody decides where there is none. */
  approvers: string[];
  /** True where the caller decides on what others ask for. */
  decides: boolean;
}

/** How many exemptions an entity has. */
export interface ExemptionCounts {
  pending: number;
  inForce: number;
}

/** What an exemption is to cover. */
export interface ExemptionTarget {
  scope: ExemptionScope;
  /** Of scope finding: the finding. Of scope workload: a finding of the control on the workload. */
  findingKey?: string;
  /** Of scope entity. */
  control?: string;
  /** The entity on whose behalf it is asked for. Left out only for a finding that belongs to no entity. */
  entityRef?: string;
}

/** What has to be said to ask for an exemption. */
export interface ExemptionRequest extends ExemptionTarget {
  category: ExemptionCategory;
  /** 10 to 2,000 characters. */
  reason: string;
  /** What bounds the risk meanwhile. */
  compensatingControl?: string;
  /** Where it is written down: an http or https address. */
  link?: string;
  /** ISO time. */
  expiresAt: string;
}

/** What an exemption would cover if it were in force now. */
export interface ExemptionPreview {
  control: string;
  severity: Severity;
  appliesTo: number;
  /** Of these, findings that follow from another one that it covers, and end with it. */
  consequences: number;
  /** Critical findings of the control that it would leave out: each of these needs an exemption of its own. */
  criticalLeftOut: number;
  /** Days that it may last at most. */
  maxDays: number;
  /** Absent where it is asked for on behalf of no entity. */
  effect?: ExemptionEffect;
}

/** What an exemption changes on the entity while it lasts, all else being as it is now. */
export interface ExemptionEffect {
  scoreFrom: ScoreView;
  scoreTo: ScoreView;
  /** With exempted findings counted: no exemption changes it. */
  raw: ScoreView;
  readinessTo: Readiness;
  /** What stands between the entity and `ready` then. */
  reasonsTo: ReadinessReason[];
}

/** Why a scope cannot be asked for: all that it would cover is critical. */
export type ExemptionRefusal = 'eachCriticalByItself';

/** A scope of an exemption, with what it would cover, or why it cannot be asked for. */
export type ExemptionOption =
  | { scope: ExemptionScope; preview: ExemptionPreview }
  | { scope: ExemptionScope; refused: ExemptionRefusal };

/** For which finding, and on whose behalf, an exemption is to be asked for. */
export interface ExemptionOptionsQuery {
  findingKey: string;
  /** Left out only for a finding that belongs to no entity. */
  entity?: string;
}

/** All that somebody has to know who asks for an exemption of a finding. */
export interface ExemptionOptions {
  findingKey: string;
  control: string;
  title: string;
  severity: Severity;
  resource: ResourceView;
  /** Names of the containers that the finding is about. */
  containers: string[];
  /** The exemption that the finding has already. */
  exemption?: FindingExemption;
  /** The narrowest first. */
  options: ExemptionOption[];
  /** Refs of the groups whose members decide; nobody decides where there is none. */
  approvers: string[];
}

/** Words that go along with a decision. */
export interface ExemptionDecision {
  note?: string;
  /** The version that was looked at: where another step was taken since, the decision is refused. */
  version?: number;
}

/** A decision on how long an exemption lasts. ISO time, before the end that it has. */
export interface ExemptionShortening extends ExemptionDecision {
  expiresAt: string;
}

/** An approval, for less time than was asked for where it says so. */
export interface ExemptionApproval extends ExemptionDecision {
  expiresAt?: string;
}

/**
 * The exemption that a finding has: the one that covers it now, else one that is asked for,
 * else the last one for what it shows that was denied or has expired.
 */
export type FindingExemption = Pick<
  ExemptionView,
  | 'id'
  | 'scope'
  | 'requestedBy'
  | 'requestedAt'
  | 'decidedBy'
  | 'decidedAt'
  | 'note'
  | 'reopenedAt'
  | 'expiresAt'
> & { state: Exclude<ExemptionState, 'revoked'> };
