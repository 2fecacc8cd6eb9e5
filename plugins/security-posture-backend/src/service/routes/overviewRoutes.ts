import { NotFoundError } from '@backstage/errors';
import {
  OverviewResponse,
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { Visibility } from '../../database/operations/visibleRefs';
import { overviewView } from '../../views/overviewView';
import { auditedRead } from '../audited';
import { fullRef } from '../fullRef';
import { textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** All that the first page of the board shows, in one answer. */
export function addOverviewRoutes(router: Router, context: RouteContext): void {
  router.get('/overview', async (request, response) => {
    const meta = { queryType: 'overview' };
    const overview = await auditedRead(context.auditor, request, meta, () =>
      readOverview(context, request),
    );
    response.json(overview);
  });
}

async function readOverview(
  context: RouteContext,
  request: Request,
): Promise<OverviewResponse> {
  const { access, visible, overviews, reader, controls, settings } = context;
  const credentials = await access.require(request, postureReadPermission);
  const { thresholds, library } = settings;
  const now = context.clock();
  const visibility = await visible.of(credentials);
  const owner = await ownerOf(context, request, visibility);
  const [clusters, numbers] = await Promise.all([
    reader.listClusters(),
    overviews.of({ visibility, now, thresholds, ...owner }),
  ]);
  return overviewView(numbers, {
    ...owner,
    clusters,
    controls,
    library,
    thresholds,
    now,
    readsClusters: await access.holds(
      credentials,
      postureClusterReadPermission,
    ),
  });
}

/** One that is hidden and one that is absent give the same NotFoundError. */
async function ownerOf(
  { scopes }: RouteContext,
  request: Request,
  visibility: Visibility,
): Promise<{ readonly owner?: string }> {
  const text = textParameter(request, 'owner');
  if (text === undefined) return {};
  const owner = fullRef('owner', text, 'group');
  if (!(await scopes.hasScope('group', owner, visibility)))
    throw new NotFoundError(
      `The catalog shows you no entity that ${owner} owns. GET /v1/teams lists what there is`,
    );
  return { owner };
}
