import { MOST_ENTITY_REFS } from 'backstage-plugin-security-posture-common';
import { count, flag, listOf, mapOf, object, ref, Schema, text } from '../kit';

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
  PosturesByRefsResponse: object({
    items: listOf(ref('PostureFacts')),
    notFound: listOf(text),
  }),
};
