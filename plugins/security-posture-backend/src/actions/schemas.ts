import {
  ReadinessReason,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES, Severity } from 'security-posture-engine';
import { z } from 'zod/v3';

/** Reasons that an answer names. */
const REASONS_SHOWN = 20;

const severities = SEVERITIES as readonly [Severity, ...Severity[]];

/** The input of all that is about one entity. */
export const entityRefSchema = z
  .string()
  .max(500)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/)
  .describe('Full ref of a catalog entity: component:default/payments-api');

/** The input of all that is about one finding. */
export const findingKeySchema = z
  .string()
  .min(1)
  .max(100)
  .describe('Key of a finding, as list-findings and list-blockers name it');

/** Id of a control. */
export const controlSchema = z
  .string()
  .min(1)
  .max(100)
  .describe('Id of a control: privileged-container');

/** A severity. */
export const severitySchema = z.enum(severities);

/** One Kubernetes object in one cluster. */
export const resourceSchema = z.object({
  cluster: z.string(),
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});

/** A place in an object: where it is, not what stands there. */
export const placeSchema = z.object({
  container: z.string().optional(),
  path: z.string(),
});

/** What the production gate answers. */
export const readinessSchema = z
  .enum(['ready', 'notReady', 'unknown'])
  .describe(
    'Only ready lets an entity go to production; unknown does not. It is no pass',
  );

/** A score and how much it rests on. */
export const scoreSchema = {
  score: z
    .number()
    .nullable()
    .describe('0 to 100; null where too little was judged, which is not 0'),
  grade: z.enum(['A', 'B', 'C', 'D', 'F']).nullable(),
  coverage: z
    .number()
    .nullable()
    .describe('Share of what should be judged that was, 0 to 1'),
};

/** Why an entity is not ready, or why that is unknown. */
export const reasonsSchema = z.array(
  z.object({
    kind: z.enum([
      'openFindings',
      'nothingEvaluated',
      'lowCoverage',
      'staleCluster',
      'neverSweptCluster',
    ]),
    severity: z.enum(['critical', 'high']).optional(),
    count: z.number().optional(),
    coverage: z.number().optional(),
    required: z.number().optional(),
    cluster: z.string().optional(),
    since: z.string().optional(),
    reason: z.string().optional(),
  }),
);

/** The first reasons. */
export function firstReasons(
  reasons: readonly ReadinessReason[],
): z.infer<typeof reasonsSchema> {
  return reasons.slice(0, REASONS_SHOWN);
}

/** How many findings there are of each severity. */
export const countsSchema = z.record(severitySchema, z.number());

/** An object without what people call it. */
export function plainResource({
  cluster,
  apiVersion,
  kind,
  namespace,
  name,
}: ResourceView): z.infer<typeof resourceSchema> {
  return {
    ...{ cluster, apiVersion, kind, name },
    ...(namespace ? { namespace } : {}),
  };
}
