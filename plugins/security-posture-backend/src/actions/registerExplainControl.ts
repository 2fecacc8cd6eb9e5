import {
  ControlView,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import { controlSchema, severitySchema } from './schemas';

const output = z.object({
  id: controlSchema,
  title: z.string().describe('What it asks for'),
  failureTitle: z.string(),
  why: z.string(),
  fix: z.string(),
  severity: severitySchema,
  category: z.string(),
  subject: z.string().describe('What it judges'),
  optional: z
    .boolean()
    .describe('True: listed, but counted neither for score nor readiness'),
  frameworks: z
    .record(z.array(z.string()))
    .describe(
      'Where frameworks ask for it; of cis with the version of the benchmark',
    ),
  references: z.array(z.string()),
  reads: z.string().describe('What of the cluster it reads'),
  notes: z.string().optional(),
  addedBy: z
    .string()
    .optional()
    .describe('The backend module that added it to the library'),
});

/** A control in words. */
export const registerExplainControl: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'explain-control',
    title: 'Explain a hardening control',
    description: `
What one control of the library asks for, why, how to meet it, and which frameworks (NSA/CISA guide, Pod Security Standards, CIS, NIST, OWASP) ask for it.

When to use: to explain a finding, or before a manifest is written that has to meet a control. Quote these words instead of your own knowledge: this is the text that findings are judged by.
`.trim(),
    schema: {
      input: () => z.object({ control: controlSchema }).strict(),
      output: () => output,
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input, credentials }) => {
      const control = await asCaller(credentials, api =>
        api.getControl(input.control),
      );
      const frameworks = flatReferences(control.frameworks);
      return { output: { ...control, frameworks } };
    },
  });

function flatReferences({
  cis,
  ...others
}: ControlView['frameworks']): Record<string, string[]> {
  const byVersion = Object.entries(cis ?? {}).flatMap(([version, ids]) =>
    ids.map(id => `${version}: ${id}`),
  );
  const entries = Object.entries({ ...others, cis: byVersion });
  return Object.fromEntries(
    entries
      .map(([framework, ids = []]): [string, string[]] => [framework, [...ids]])
      .filter(([, ids]) => ids.length > 0),
  );
}
