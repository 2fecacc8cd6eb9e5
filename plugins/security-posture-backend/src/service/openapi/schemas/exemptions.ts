import {
  EXEMPTION_ACTIONS,
  EXEMPTION_CATEGORIES,
  EXEMPTION_PARTS,
  EXEMPTION_SCOPES,
  EXEMPTION_STATES,
  EXEMPTION_STEPS,
} from 'backstage-plugin-security-posture-common';
import {
  count,
  flag,
  listOf,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from '../kit';

/** A text of a person, of which a few spaces are none. */
function wordsOf(minLength: number, maxLength: number): Schema {
  return { type: 'string', minLength, maxLength, pattern: '\\S' };
}

const reason: Schema = {
  ...wordsOf(10, 2_000),
  pattern: '^\\s*\\S[\\s\\S]{8,}\\S\\s*$',
};
const link: Schema = {
  type: 'string',
  maxLength: 2_000,
  pattern: '^https?://[^\\s/]+(/\\S*)?$',
};
const controlId: Schema = {
  type: 'string',
  maxLength: 100,
  pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
};
const clusterName: Schema = { type: 'string', minLength: 1, maxLength: 253 };
const isoText: Schema = { type: 'string', minLength: 10, maxLength: 40 };
const version: Schema = { type: 'integer', minimum: 1 };

const target = {
  scope: oneOf(EXEMPTION_SCOPES),
  'findingKey?': { type: 'string', pattern: '^[0-9a-f]{32}$' },
  'control?': controlId,
  'entityRef?': { type: 'string', minLength: 1, maxLength: 300 },
};

const decision = { 'note?': wordsOf(1, 2_000), 'version?': version };

const exemption = {
  id: text,
  scope: oneOf(EXEMPTION_SCOPES),
  state: oneOf(EXEMPTION_STATES),
  control: text,
  title: text,
  severity: ref('Severity'),
  'entityRef?': text,
  'findingKey?': text,
  'resource?': ref('ResourceView'),
  category: oneOf(EXEMPTION_CATEGORIES),
  reason: text,
  'compensatingControl?': text,
  'link?': text,
  source: oneOf(['request', 'annotation']),
  requestedBy: text,
  requestedAt: time,
  'decidedBy?': text,
  'decidedAt?': time,
  'note?': text,
  'reopenedAt?': time,
  expiresAt: time,
  version,
  appliesTo: count,
};

const details = {
  ...exemption,
  events: listOf(ref('ExemptionEventView')),
  'evidence?': listOf(ref('Violation')),
  'evidenceBefore?': listOf(ref('Violation')),
  may: listOf(oneOf(EXEMPTION_ACTIONS)),
  own: flag,
};

const page = { total: count, 'nextCursor?': text, partial: flag };

/** Exemptions, and what people state of clusters. */
export const exemptionSchemas: Readonly<Record<string, Schema>> = {
  ExemptionView: object(exemption),
  ExemptionEventView: object({
    what: oneOf(EXEMPTION_STEPS),
    actor: text,
    at: time,
    'note?': text,
    'expiresAt?': time,
  }),
  ExemptionDetails: object(details),
  ExemptionsResponse: object({ items: listOf(ref('ExemptionView')), ...page }),
  ExemptionsRegister: object({
    items: listOf(ref('ExemptionDetails')),
    ...page,
    counts: object(
      Object.fromEntries(EXEMPTION_PARTS.map(part => [part, count])),
    ),
    approvers: listOf(text),
    decides: flag,
  }),
  ExemptionCounts: object({ pending: count, inForce: count }),
  ExemptionTarget: object(target),
  ExemptionRequest: object({
    ...target,
    category: oneOf(EXEMPTION_CATEGORIES),
    reason,
    'compensatingControl?': wordsOf(1, 2_000),
    'link?': link,
    expiresAt: isoText,
  }),
  ExemptionPreview: object({
    control: text,
    severity: ref('Severity'),
    appliesTo: count,
    consequences: count,
    criticalLeftOut: count,
    maxDays: count,
    'effect?': ref('ExemptionEffect'),
  }),
  ExemptionEffect: object({
    scoreFrom: ref('ScoreView'),
    scoreTo: ref('ScoreView'),
    raw: ref('ScoreView'),
    readinessTo: ref('Readiness'),
    reasonsTo: listOf(ref('ReadinessReason')),
  }),
  ExemptionOption: object({
    scope: oneOf(EXEMPTION_SCOPES),
    'preview?': ref('ExemptionPreview'),
    'refused?': oneOf(['eachCriticalByItself']),
  }),
  ExemptionOptions: object({
    findingKey: text,
    control: text,
    title: text,
    severity: ref('Severity'),
    resource: ref('ResourceView'),
    containers: listOf(text),
    'exemption?': ref('FindingExemption'),
    options: listOf(ref('ExemptionOption')),
    approvers: listOf(text),
  }),
  ExemptionApproval: object({ ...decision, 'expiresAt?': isoText }),
  ExemptionDecision: object(decision),
  ExemptionShortening: object({ ...decision, expiresAt: isoText }),
  FindingExemption: object({
    id: text,
    scope: oneOf(EXEMPTION_SCOPES),
    state: oneOf(['pending', 'approved', 'denied', 'expired']),
    requestedBy: text,
    requestedAt: time,
    'decidedBy?': text,
    'decidedAt?': time,
    'note?': text,
    'reopenedAt?': time,
    expiresAt: time,
  }),
  AttestationView: object({
    id: text,
    cluster: text,
    control: text,
    title: text,
    outcome: oneOf(['pass', 'fail']),
    statement: text,
    'link?': text,
    author: text,
    createdAt: time,
    expiresAt: time,
    state: oneOf(['inForce', 'expired', 'replaced', 'withdrawn']),
    'endedAt?': time,
    'endedBy?': text,
  }),
  AttestationsResponse: object({
    items: listOf(ref('AttestationView')),
    total: count,
    'nextCursor?': text,
  }),
  AttestationRequest: object({
    cluster: clusterName,
    control: controlId,
    outcome: oneOf(['pass', 'fail']),
    statement: reason,
    'link?': link,
    expiresAt: isoText,
  }),
};
