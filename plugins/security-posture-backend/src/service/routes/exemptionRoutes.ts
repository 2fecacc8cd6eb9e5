import { InputError } from '@backstage/errors';
import {
  ExemptionsResponse,
  ExemptionState,
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Request, Router } from 'express';
import { ExemptionsFilter } from '../../database/ExemptionStore';
import { DAY_MS } from '../../exemptions/ExemptionSettings';
import { exemptionView } from '../../views/exemptionView';
import { auditedExemption } from '../audited';
import { decodeCursor, encodeCursor } from '../cursor';
import {
  Decision,
  decideExemption,
  details,
  readExemption,
} from '../decideExemption';
import { DEFAULT_LIMIT } from '../entityFindings';
import {
  flagParameter,
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { previewExemption, requestExemption } from '../requestExemption';
import { RouteContext } from '../RouteContext';

const DECISIONS: Readonly<Record<string, Decision>> = {
  approve: 'approved',
  deny: 'denied',
  shorten: 'shortened',
  revoke: 'revoked',
};

/** Asks for exemptions, decides on them, and lists them. */
export function addExemptionRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { access, auditor, clock } = context;

  router.get('/exemptions', async (request, response) => {
    response.json(await listExemptions(context, request));
  });

  router.post('/exemptions', async (request, response) => {
    const { scope, findingKey, control, entityRef } = request.body;
    const meta = { scope, findingKey, control, entityRef };
    const exemption = await auditedExemption(
      auditor,
      request,
      'create',
      JSON.parse(JSON.stringify(meta)),
      () => requestExemption(context, request),
    );
    response.status(201).json(exemption);
  });

  router.post('/exemptions/preview', async (request, response) => {
    response.json(await previewExemption(context, request));
  });

  router.get('/exemptions/:id', async (request, response) => {
    const credentials = await access.credentialsOf(request);
    const { id } = request.params;
    const exemption = await readExemption(context, credentials, id);
    response.json(await details(context, exemption, clock()));
  });

  for (const [path, what] of Object.entries(DECISIONS))
    router.post(`/exemptions/:id/${path}`, async (request, response) => {
      const { id } = request.params;
      const exemption = await auditedExemption(
        auditor,
        request,
        path,
        { id },
        () => decideExemption(context, request, what),
      );
      response.json(exemption);
    });
}

async function listExemptions(
  context: RouteContext,
  request: Request,
): Promise<ExemptionsResponse> {
  const { access, visible, exemptions, controls, clock } = context;
  const credentials = await access.require(request, postureReadPermission);
  const cluster = await access.holds(credentials, postureClusterReadPermission);
  const entities = await visible.of(credentials);
  const query = queryOf(request, clock());
  const identity = identityOf(request);
  const offset = decodeCursor(identity, textParameter(request, 'cursor'));
  const { items, total } = await exemptions.list({
    ...query,
    visible: { entities, cluster },
    offset,
  });
  const next = offset + items.length;
  return {
    items: items.map(item => exemptionView(item, controls, query.now)),
    total,
    ...(items.length > 0 && next < total
      ? { nextCursor: encodeCursor(identity, next) }
      : {}),
    partial: entities !== 'all' || !cluster,
  };
}

const FILTERS = [
  'states',
  'entity',
  'control',
  'expiresWithinDays',
  'appliesToNothing',
] as const;

function identityOf(request: Request): readonly unknown[] {
  return ['exemptions', ...FILTERS.map(name => request.query[name] ?? null)];
}

function queryOf(
  request: Request,
  now: number,
): Omit<ExemptionsFilter, 'visible' | 'offset'> {
  const days = numberParameter(request, 'expiresWithinDays');
  return {
    states: listParameter<ExemptionState>(request, 'states'),
    entityRef: entityOf(request),
    control: textParameter(request, 'control'),
    ...(days === undefined ? {} : { expiresBefore: now + days * DAY_MS }),
    appliesToNothing: flagParameter(request, 'appliesToNothing'),
    now,
    limit: numberParameter(request, 'limit') ?? DEFAULT_LIMIT,
  };
}

function entityOf(request: Request): string | undefined {
  const text = textParameter(request, 'entity');
  if (text === undefined) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      'entity must be a full ref, such as component:default/payments-api',
    );
  }
}
