import { EXEMPTION_CATEGORIES } from 'backstage-plugin-security-posture-common';
import { flag, listOf, object, oneOf, ref, Schema, text, time } from '../kit';

const counts: Schema = {
  oneOf: [ref('SeverityCounts'), { type: 'null' }],
};

/** Exports. */
export const exportSchemas: Readonly<Record<string, Schema>> = {
  ExportedExemption: object({
    id: text,
    requestedBy: text,
    'decidedBy?': text,
    'decidedAt?': time,
    expiresAt: time,
    'category?': oneOf(EXEMPTION_CATEGORIES),
    'reason?': text,
  }),
  ExportedFinding: object({
    key: text,
    control: text,
    title: text,
    severity: ref('Severity'),
    category: ref('Category'),
    outcome: oneOf(['fail', 'notEvaluated']),
    'reason?': ref('ReasonCode'),
    'reasonText?': text,
    resource: ref('ResourceView'),
    violations: listOf(ref('Violation')),
    'consequenceOf?': text,
    frameworks: ref('FrameworkReferences'),
    openedAt: time,
    'staleSince?': time,
    entities: listOf(text),
    'exemption?': ref('ExportedExemption'),
  }),
  ExportedCluster: object({
    cluster: text,
    'state?': ref('ClusterState'),
    'lastSuccessAt?': time,
  }),
  ExportedGap: object({
    cluster: text,
    control: text,
    title: text,
    reason: ref('ReasonCode'),
    reasonText: text,
    since: time,
  }),
  PostureExport: object({
    schema: oneOf(['posture.export/v1']),
    scope: ref('TrendScope'),
    'ref?': text,
    'filter?': ref('FindingsFilter'),
    at: time,
    generatedAt: time,
    library: text,
    profile: { type: ['string', 'null'] },
    state: oneOf(['judged', 'nothingJudged']),
    'readiness?': ref('Readiness'),
    score: ref('ScoreView'),
    raw: ref('ScoreView'),
    open: counts,
    exempted: counts,
    'clusters?': listOf(ref('ExportedCluster')),
    'gaps?': listOf(ref('ExportedGap')),
    notes: listOf(text),
    partial: flag,
    findings: listOf(ref('ExportedFinding')),
  }),
};
