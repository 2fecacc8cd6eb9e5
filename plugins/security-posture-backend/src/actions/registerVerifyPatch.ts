import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import { controlSchema, entityRefSchema, findingKeySchema } from './schemas';
import { verifyPatch } from './verifyPatch';

/** Letters of manifests: a request to an action has at most 100 kB. */
const MOST_LETTERS = 80_000;
const FAILURES_SHOWN = 20;

const input = z
  .object({
    findingKey: findingKeySchema,
    manifests: z
      .string()
      .min(1)
      .max(MOST_LETTERS)
      .describe(
        'All that the service renders to, as YAML or JSON: with the fix in it, or without where patch is given',
      ),
    patch: z
      .string()
      .min(1)
      .max(10_000)
      .optional()
      .describe(
        'A strategic-merge patch, as YAML or JSON, to try on the manifests',
      ),
    entityRef: entityRefSchema
      .optional()
      .describe('Where the finding belongs to several entities: for which one'),
    kubernetesVersion: z
      .string()
      .max(20)
      .optional()
      .describe('1.33; the newest that the controls know by default'),
  })
  .strict();

const output = z.object({
  findingKey: findingKeySchema,
  control: controlSchema,
  verdict: z
    .enum(['verified', 'notFixed', 'breaks', 'doesNotApply'])
    .describe(
      'verified: it ends the finding and breaks nothing. Nothing else is good',
    ),
  fixed: z.boolean(),
  newFailures: z
    .array(
      z.object({
        control: controlSchema,
        resource: z.object({
          apiVersion: z.string(),
          kind: z.string(),
          namespace: z.string().optional(),
          name: z.string(),
        }),
      }),
    )
    .describe('The first 20 controls that newly fail'),
  newFailuresTotal: z.number(),
  refusals: z
    .array(z.string())
    .describe('Why the API server would refuse the object'),
  because: z.string().optional(),
});

/** Whether a change ends a finding. */
export const registerVerifyPatch: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'verify-patch',
    title: 'Verify a patch',
    description: `
Whether a change of manifests ends one finding without breaking anything else, judged by the same engine that found it. Nothing is applied or kept.

When to use: after you put the change of propose-patch, or one of your own, into the manifests, and before you open a pull request. Send all that the service renders to (helm template, kustomize build), not templates and not the changed object alone: a network policy or a binding that is missing counts as missing. Send values of Secrets never; the engine needs none. Only the verdict verified is good. On breaks, mend newFailures and verify again.
`.trim(),
    schema: { input: () => input, output: () => output },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input: wanted, credentials }) => {
      const { finding, verdict } = await asCaller(credentials, api =>
        verifyPatch(api, wanted),
      );
      const failures = verdict.newFailures.slice(0, FAILURES_SHOWN);
      return {
        output: {
          findingKey: finding.key,
          control: finding.control,
          ...verdict,
          newFailures: failures.map(({ control, resource }) => ({
            control,
            resource,
          })),
        },
      };
    },
  });
