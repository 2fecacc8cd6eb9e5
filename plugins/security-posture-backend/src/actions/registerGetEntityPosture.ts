import {
  EntityPosture,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import {
  controlSchema,
  countsSchema,
  entityRefSchema,
  findingKeySchema,
  firstReasons,
  readinessSchema,
  reasonsSchema,
  scoreSchema,
  severitySchema,
} from './schemas';

const CLUSTERS_SHOWN = 20;
const FIXES_SHOWN = 5;

const output = z.object({
  entityRef: z.string(),
  state: z
    .string()
    .describe(
      'judged, or why nothing was: notMapped, noWorkloads, neverScanned, needsUserCredentials, unreachable, noClusters',
    ),
  readiness: readinessSchema,
  reasons: reasonsSchema,
  ...scoreSchema,
  open: countsSchema.describe('Open failing findings, exempted ones left out'),
  exempted: countsSchema,
  workloads: z.number(),
  clusters: z.array(
    z.object({
      cluster: z.string(),
      production: z.boolean(),
      state: z.string(),
      reason: z.string().optional(),
      lastSuccessAt: z.string().optional(),
    }),
  ),
  clustersTotal: z.number(),
  fixFirst: z
    .array(
      z.object({
        control: controlSchema,
        severity: severitySchema,
        title: z.string(),
        fix: z.string(),
        findingKey: findingKeySchema,
        workloads: z.number(),
        scoreTo: z.number().nullable(),
      }),
    )
    .describe('What to fix first, and the score that it brings'),
  mapping: z
    .object({ problem: z.string().optional(), snippet: z.string().optional() })
    .optional()
    .describe('How to link the entity to its workloads, where nothing does'),
});

/** The posture of one entity in short. */
export const registerGetEntityPosture: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'get-entity-posture',
    title: 'Get the security posture of an entity',
    description: `
How well the Kubernetes workloads of one catalog entity are hardened: score, readiness for production, open findings by severity, and what to fix first.

When to use: first, whenever somebody asks how secure a service is, or what to improve. Go on with list-findings for all of it, with list-blockers for what keeps it from production, and with propose-patch for one of the findings in fixFirst.

A score or coverage of null means that too little is known: say so, never take it for 0 or for good. Where state is not judged, nothing was.
`.trim(),
    schema: {
      input: () => z.object({ entityRef: entityRefSchema }).strict(),
      output: () => output,
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input, credentials }) => ({
      output: summaryOf(
        await asCaller(credentials, api =>
          api.getEntityPosture(input.entityRef),
        ),
      ),
    }),
  });

function summaryOf(posture: EntityPosture): z.infer<typeof output> {
  const { entityRef, state, readiness, reasons, score } = posture;
  return {
    ...{ entityRef, state, readiness },
    reasons: firstReasons(reasons),
    score: score.value,
    grade: score.grade,
    coverage: score.coverage,
    open: posture.open,
    exempted: posture.exempted,
    workloads: posture.workloads,
    clusters: posture.clusters.slice(0, CLUSTERS_SHOWN),
    clustersTotal: posture.clusters.length,
    fixFirst: posture.fixFirst.slice(0, FIXES_SHOWN).map(fixOf),
    ...(state === 'judged' ? {} : { mapping: posture.mapping }),
  };
}

function fixOf({
  control,
  severity,
  title,
  fix,
  findingKey,
  workloadsTotal,
  effect,
}: EntityPosture['fixFirst'][number]) {
  return {
    ...{ control, severity, title, fix, findingKey },
    workloads: workloadsTotal,
    scoreTo: effect.scoreTo,
  };
}
