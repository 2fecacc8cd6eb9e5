import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ControlStandingDetails,
  ControlStandingsResponse,
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { Control } from 'security-posture-engine';
import { StandingTerms } from '../../database/StandingReader';
import { standingDetails } from '../../views/standingDetails';
import { isOverEntities, standingView } from '../../views/standingView';
import { isoTime } from '../../views/isoTime';
import { auditedRead } from '../audited';
import { RouteContext } from '../RouteContext';

/** Weeks of which a control's page shows what opened and closed. */
const WEEKS_SHOWN = 12;

/** How controls stand over all that the caller may see. */
export function addStandingRoutes(router: Router, context: RouteContext): void {
  const { auditor } = context;

  router.get('/control-standings', async (request, response) => {
    const meta = { queryType: 'control-standings' };
    const standings = await auditedRead(auditor, request, meta, () =>
      listStandings(context, request),
    );
    response.json(standings);
  });

  router.get('/control-standings/:id', async (request, response) => {
    const meta = { queryType: 'control-standing', control: request.params.id };
    const details = await auditedRead(auditor, request, meta, () =>
      readDetails(context, request),
    );
    response.json(details);
  });
}

async function listStandings(
  context: RouteContext,
  request: Request,
): Promise<ControlStandingsResponse> {
  const { access, settings, rememberedStandings } = context;
  const credentials = await access.require(request, postureReadPermission);
  const found = await rememberedStandings.of(
    await termsOf(context, credentials),
  );
  const { comparedSince, partial } = found;
  return {
    library: settings.library,
    items: settings.controls.map(control => standingView(control, found)),
    ...(comparedSince === undefined
      ? {}
      : { comparedSince: isoTime(comparedSince) }),
    partial,
  };
}

async function readDetails(
  context: RouteContext,
  request: Request,
): Promise<ControlStandingDetails> {
  const { access, controls, settings, standings, rememberedStandings } =
    context;
  const credentials = await access.require(request, postureReadPermission);
  const control = controls.get(request.params.id);
  if (!control)
    throw new NotFoundError(
      `There is no control ${request.params.id}. GET /v1/controls lists them all`,
    );
  const terms = await termsOf(context, credentials);
  return standingDetails(control, {
    addedBy: settings.addedBy.get(control.id),
    standings: await rememberedStandings.of(terms),
    turnover: await standings.readTurnover({
      ...terms,
      control: control.id,
      weeks: WEEKS_SHOWN,
    }),
    ...(terms.clusters ? await readClusters(context, control) : {}),
  });
}

/** What clusters say of themselves is only for those who may read clusters. */
async function readClusters(
  { reader, standings }: RouteContext,
  control: Control,
) {
  const clusters = await reader.listClusters();
  const gaps = await reader.listGaps(clusters.map(({ name }) => name));
  return {
    clusters: isOverEntities(control)
      ? undefined
      : await standings.listClusterStandings(control.id),
    gaps: gaps
      .filter(gap => gap.control === control.id)
      .map(gap => ({
        ...gap,
        title: clusters.find(({ name }) => name === gap.cluster)?.title,
      })),
  };
}

async function termsOf(
  { access, visible, settings, clock }: RouteContext,
  credentials: BackstageCredentials,
): Promise<StandingTerms> {
  return {
    visibility: await visible.of(credentials),
    clusters: await access.holds(credentials, postureClusterReadPermission),
    entityControls: Object.keys(settings.profile.severities),
    clusterControls: Object.keys(settings.clusterProfile.severities),
    now: clock(),
  };
}
