import {
  EXEMPTION_CATEGORIES,
  EXEMPTION_SCOPES,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import { controlSchema, entityRefSchema, findingKeySchema } from './schemas';

const input = z
  .object({
    scope: z
      .enum(EXEMPTION_SCOPES)
      .describe(
        'finding: this finding alone. workload: its control on the workload. entity: a control on all that belongs to the entity',
      ),
    findingKey: findingKeySchema
      .optional()
      .describe('Of scope finding and workload'),
    control: controlSchema.optional().describe('Of scope entity'),
    entityRef: entityRefSchema.describe(
      'Full ref of the entity on whose behalf it is asked for',
    ),
    category: z.enum(EXEMPTION_CATEGORIES),
    reason: z
      .string()
      .min(10)
      .max(2_000)
      .describe('In the words of the person who asks'),
    compensatingControl: z
      .string()
      .max(2_000)
      .optional()
      .describe('What bounds the risk meanwhile'),
    link: z.string().max(2_000).optional().describe('Where it is written down'),
    expiresAt: z
      .string()
      .describe('ISO time at which it ends: 2026-12-31T00:00:00Z'),
  })
  .strict();

const output = z.object({
  id: z.string(),
  state: z.literal('pending'),
  control: controlSchema,
  requestedBy: z.string(),
  expiresAt: z.string(),
  appliesTo: z
    .number()
    .describe('Open findings that it would cover once it is approved'),
});

/** Asks for an exemption, which people decide on. */
export const registerRequestExemption: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'request-exemption',
    title: 'Request an exemption',
    description: `
Asks the approvers to accept a finding for a while. It is pending until somebody else approves it in Backstage: until then nothing changes, and no action approves.

When to use: only after a person has asked for it, and has told you the reason and the end date; never to make a gate pass. Offer the fix of propose-patch first. Ask for the narrowest scope: each critical finding needs an exemption of its own. It is asked for in the name of the signed-in user; a service cannot ask. Asking again for what waits gives the same request.
`.trim(),
    schema: { input: () => input, output: () => output },
    attributes: { readOnly: false, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input: request, credentials }) => {
      const { state, ...exemption } = await asCaller(credentials, api =>
        api.requestExemption(request),
      );
      if (state !== 'pending')
        throw new Error(`A request for an exemption is ${state}`);
      return { output: { ...exemption, state } };
    },
  });
