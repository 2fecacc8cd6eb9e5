import {
  FindingView,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import {
  controlSchema,
  findingKeySchema,
  placeSchema,
  plainResource,
  resourceSchema,
} from './schemas';

const PLACES_SHOWN = 20;

const output = z.object({
  findingKey: findingKeySchema,
  control: controlSchema,
  title: z.string(),
  outcome: z.string(),
  open: z.boolean().describe('False: it is over, and needs no patch'),
  resource: resourceSchema,
  places: z.array(placeSchema).describe('Where the control is broken'),
  placesTotal: z.number(),
  fix: z.string(),
  patch: z
    .object({
      proven: z
        .boolean()
        .describe(
          'True: tried on the workload as it was scanned, the control passes and no other control newly fails',
        ),
      strategicMerge: z
        .string()
        .describe('A strategic-merge patch of the live object, as YAML'),
    })
    .optional()
    .describe('Absent where no patch can be told: go by the words of fix'),
  remedy: z
    .object({ manifests: z.string() })
    .optional()
    .describe('Objects to add that end the finding, as YAML'),
});

/** The patch of a finding. */
export const registerProposePatch: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'propose-patch',
    title: 'Propose a patch for a finding',
    description: `
The change to a Kubernetes object that ends one finding: a patch where the engine knows one, and the fix in words. Nothing is applied anywhere.

When to use: once you know the key of a finding, from list-findings, list-blockers or get-entity-posture. Put the change into the manifests or the chart in the service's repository, since a patch of the cluster is overwritten by the next roll-out. Then render the manifests and call verify-patch with them. A patch that is not proven may break something: say so.
`.trim(),
    schema: {
      input: () => z.object({ findingKey: findingKeySchema }).strict(),
      output: () => output,
    },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input, credentials }) => ({
      output: proposalOf(
        await asCaller(credentials, api => api.getFinding(input.findingKey)),
      ),
    }),
  });

function proposalOf(finding: FindingView): z.infer<typeof output> {
  const { key, control, title, outcome, fix, violations } = finding;
  return {
    findingKey: key,
    ...{ control, title, outcome, fix },
    open: finding.closedAt === undefined,
    resource: plainResource(finding.resource),
    places: violations.slice(0, PLACES_SHOWN),
    placesTotal: violations.length,
    ...(finding.patch ? { patch: finding.patch } : {}),
    ...(finding.remedy ? { remedy: finding.remedy } : {}),
  };
}
