import { MOST_ENTITY_REFS } from 'backstage-plugin-security-posture-common';
import {
  count,
  flag,
  listOf,
  mapOf,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from '../kit';

const score: Schema = { type: ['integer', 'null'], minimum: 0, maximum: 100 };
const share: Schema = { type: ['number', 'null'], minimum: 0, maximum: 1 };

/** What other plugins and pipelines decide by. */
export const gateSchemas: Readonly<Record<string, Schema>> = {
  PosturesByRefsRequest: object({
    entityRefs: {
      ...listOf({ type: 'string', minLength: 1, maxLength: 800 }),
      maxItems: MOST_ENTITY_REFS,
    },
  }),
  PostureFacts: object({
    entityRef: text,
    state: ref('PostureState'),
    readiness: ref('Readiness'),
    score,
    raw: score,
    grade: ref('Grade'),
    coverage: share,
    open: ref('SeverityCounts'),
    workloads: count,
    controls: mapOf(flag),
    scanAgeSeconds: { type: ['integer', 'null'], minimum: 0 },
    clustersFailed: count,
  }),
  GateBlocker: object({
    key: text,
    control: text,
    title: text,
    severity: oneOf(['critical', 'high']),
    resource: ref('ResourceView'),
    exemptable: flag,
    'consequenceOf?': text,
  }),
  GateView: object({
    entityRef: text,
    verdict: oneOf(['pass', 'block']),
    readiness: ref('Readiness'),
    reasons: listOf(ref('ReadinessReason')),
    blockers: { ...listOf(ref('GateBlocker')), maxItems: 20 },
    blockersTotal: count,
    score,
    grade: ref('Grade'),
    coverage: share,
    'asOf?': time,
  }),
  PosturesByRefsResponse: object({
    items: listOf(ref('PostureFacts')),
    notFound: listOf(text),
  }),
};
