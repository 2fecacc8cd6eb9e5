import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import {
  controlSchema,
  entityRefSchema,
  findingKeySchema,
  firstReasons,
  plainResource,
  readinessSchema,
  reasonsSchema,
  resourceSchema,
  scoreSchema,
} from './schemas';

const output = z.object({
  entityRef: z.string(),
  verdict: z
    .enum(['pass', 'block'])
    .describe('pass where the entity is ready, and nowhere else'),
  readiness: readinessSchema,
  reasons: reasonsSchema.describe('Everything that stands in between'),
  blockers: z
    .array(
      z.object({
        key: findingKeySchema,
        control: controlSchema,
        title: z.string(),
        severity: z.enum(['critical', 'high']),
        resource: resourceSchema,
        consequenceOf: z
          .string()
          .optional()
          .describe('The control that causes it: fix that one instead'),
        exemptable: z.boolean(),
      }),
    )
    .describe('The first 20 open critical and high findings that count'),
  blockersTotal: z.number(),
  ...scoreSchema,
  asOf: z
    .string()
    .optional()
    .describe('ISO time of its oldest last complete scan'),
});

/** What keeps an entity from production. */
export const registerListBlockers: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'list-blockers',
    title: 'List what blocks production',
    description: `
Whether one catalog entity may go to production by its security posture, and all that stands in between: open critical and high findings, clusters that were not scanned, too little that could be judged.

When to use: when somebody asks why a deployment is blocked, or what to do before a release. Only the verdict pass lets it through. A block without blockers is about missing knowledge: reasons says which cluster or coverage, and no patch ends it. Go on with propose-patch for each blocker.
`.trim(),
    schema: {
      input: () => z.object({ entityRef: entityRefSchema }).strict(),
      output: () => output,
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input, credentials }) => {
      const gate = await asCaller(credentials, api =>
        api.getEntityGate(input.entityRef),
      );
      const blockers = gate.blockers.map(blocker => ({
        ...blocker,
        resource: plainResource(blocker.resource),
      }));
      return {
        output: { ...gate, reasons: firstReasons(gate.reasons), blockers },
      };
    },
  });
