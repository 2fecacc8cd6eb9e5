import {
  EntitiesResponse,
  EntityOrder,
  EvidenceState,
  postureReadPermission,
  Readiness,
  SummaryResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { Visibility } from '../../database/operations/visibleRefs';
import { EntityFilter } from '../../database/OrganisationReader';
import { entityRow } from '../../views/entityRow';
import { summaryView } from '../../views/summaryView';
import { auditedRead } from '../audited';
import { decodeCursor, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import { fullRef } from '../fullRef';
import {
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Lists and numbers over all entities that the caller may see. */
export function addOrganisationRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { auditor } = context;

  router.get('/entities', async (request, response) => {
    const meta = { queryType: 'entities' };
    const page = await auditedRead(auditor, request, meta, () =>
      listEntities(context, request),
    );
    response.json(page);
  });

  router.get('/summary', async (request, response) => {
    const meta = { queryType: 'summary' };
    const summary = await auditedRead(auditor, request, meta, () =>
      summarise(context, request),
    );
    response.json(summary);
  });
}

async function listEntities(
  context: RouteContext,
  request: Request,
): Promise<EntitiesResponse> {
  const { reader, organisation, settings, clock } = context;
  const { thresholds } = settings;
  const visibility = await visibilityOf(context, request);
  const order = (textParameter(request, 'order') ?? 'worst') as EntityOrder;
  const filter = entityFilterOf(request);
  const query = ['entities', order, filter];
  const offset = decodeCursor(query, textParameter(request, 'cursor'));
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const now = clock();
  const page = { visibility, filter, order, offset, limit, now, thresholds };
  const [clusters, { items, total, partial }] = await Promise.all([
    reader.listClusters(),
    organisation.listEntityPostures(page),
  ]);
  const next = offset + items.length;
  return {
    items: items.map(item => entityRow(item, clusters, thresholds, now)),
    total,
    ...(items.length > 0 && next < total
      ? { nextCursor: encodeCursor(query, next) }
      : {}),
    partial,
  };
}

async function summarise(
  context: RouteContext,
  request: Request,
): Promise<SummaryResponse> {
  const { reader, numbers, settings, clock } = context;
  const visibility = await visibilityOf(context, request);
  const [clusters, summed] = await Promise.all([
    reader.listClusters(),
    numbers.of(visibility, {
      now: clock(),
      thresholds: settings.thresholds,
    }),
  ]);
  return summaryView(summed, clusters);
}

async function visibilityOf(
  { access, visible }: RouteContext,
  request: Request,
): Promise<Visibility> {
  return visible.of(await access.require(request, postureReadPermission));
}

function entityFilterOf(request: Request): EntityFilter {
  const owner = textParameter(request, 'owner');
  const system = textParameter(request, 'system');
  const readiness = listParameter<Readiness>(request, 'readiness');
  const evidence = listParameter<EvidenceState>(request, 'evidence');
  return {
    ...textsOf(request, ['search', 'lifecycle', 'control']),
    ...(readiness ? { readiness } : {}),
    ...(evidence ? { evidence } : {}),
    ...(owner ? { owner: fullRef('owner', owner, 'group') } : {}),
    ...(system ? { system: fullRef('system', system, 'system') } : {}),
  };
}

/** Those of these parameters that were sent. */
function textsOf<Name extends string>(
  request: Request,
  names: readonly Name[],
): { readonly [K in Name]?: string } {
  const sent = names.flatMap(name => {
    const text = textParameter(request, name);
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries(sent) as { readonly [K in Name]?: string };
}
