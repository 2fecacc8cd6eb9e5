import {
  ExplorerResponse,
  FindingsResponse,
  postureReadPermission,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod/v3';
import { RegisterAction } from './PostureActions';
import {
  controlSchema,
  entityRefSchema,
  findingKeySchema,
  placeSchema,
  plainResource,
  resourceSchema,
  severitySchema,
} from './schemas';

const MOST_FINDINGS = 50;

const input = z
  .object({
    entityRef: entityRefSchema
      .optional()
      .describe(
        'Full ref of a catalog entity. Left out: all that the caller may see',
      ),
    severities: z.array(severitySchema).min(1).optional(),
    outcomes: z
      .array(z.enum(['fail', 'notEvaluated']))
      .min(1)
      .default(['fail'])
      .describe('notEvaluated: what could not be judged, with the reason'),
    control: controlSchema.optional(),
    cluster: z.string().max(253).optional(),
    exempted: z
      .boolean()
      .optional()
      .describe(
        'True: only what an approved exemption covers. False: only the rest',
      ),
    limit: z.number().int().min(1).max(MOST_FINDINGS).default(20),
    cursor: z.string().optional().describe('nextCursor of the page before'),
  })
  .strict();

const row = z.object({
  key: findingKeySchema,
  control: controlSchema,
  title: z.string(),
  severity: severitySchema,
  outcome: z.string(),
  reason: z.string().optional(),
  resource: resourceSchema,
  place: placeSchema.optional().describe('The first place that breaks it'),
  places: z.number(),
  exempted: z.boolean(),
  consequenceOf: z
    .string()
    .optional()
    .describe('The control that causes it: fix that one instead'),
  openedAt: z.string(),
  staleSince: z.string().optional(),
});

const output = z.object({
  items: z.array(row),
  total: z.number(),
  nextCursor: z.string().optional(),
});

type Row = z.infer<typeof row>;

/** Open findings, of an entity or of all. */
export const registerListFindings: RegisterAction = (registry, asCaller) =>
  registry.register({
    name: 'list-findings',
    title: 'List security findings',
    description: `
Open findings of the hardening controls, gravest first, a page at a time: which control, on which Kubernetes object, at which path.

When to use: to see what is wrong with a service (give entityRef), or where in the organisation a control fails (give control). Not to decide whether a service may go to production: that is list-blockers. Follow nextCursor until it is absent before you say that something is not there; total counts all pages.

An empty list does not mean that all is well: get-entity-posture says whether anything was judged, and outcomes ["notEvaluated"] lists what could not be.
`.trim(),
    schema: { input: () => input, output: () => output },
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: postureReadPermission,
    action: async ({ input: query, credentials }) => ({
      output: await asCaller(credentials, api => listFindings(api, query)),
    }),
  });

/** A control that does not exist fails on nothing: asking for its words first tells the two apart. */
async function listFindings(
  api: SecurityPostureApi,
  { entityRef, ...query }: z.infer<typeof input>,
): Promise<z.infer<typeof output>> {
  if (query.control) await api.getControl(query.control);
  return entityRef === undefined
    ? listOfAll(api, query)
    : pageOf(await api.getEntityFindings(entityRef, query), entityRow);
}

async function listOfAll(
  api: SecurityPostureApi,
  { control, cluster, ...query }: Omit<z.infer<typeof input>, 'entityRef'>,
): Promise<z.infer<typeof output>> {
  const page = await api.getFindings({
    ...query,
    ...(control ? { controls: [control] } : {}),
    ...(cluster ? { clusters: [cluster] } : {}),
  });
  return pageOf(page, explorerRow);
}

function pageOf<Item>(
  page: { items: Item[]; total: number; nextCursor?: string },
  rowOf: (item: Item) => Row,
): z.infer<typeof output> {
  const { items, total, nextCursor } = page;
  return {
    items: items.map(rowOf),
    total,
    ...(nextCursor ? { nextCursor } : {}),
  };
}

function entityRow(finding: FindingsResponse['items'][number]): Row {
  const { violations, exemption, resource } = finding;
  return {
    ...finding,
    resource: plainResource(resource),
    ...(violations.length ? { place: violations[0] } : {}),
    places: violations.length,
    exempted: exemption?.state === 'approved',
  };
}

function explorerRow(finding: ExplorerResponse['items'][number]): Row {
  return { ...finding, resource: plainResource(finding.resource) };
}
