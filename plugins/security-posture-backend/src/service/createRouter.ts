import { NotFoundError } from '@backstage/errors';
import { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { indexControls } from '../views/PostureSettings';
import { Approvers } from './access/Approvers';
import { CallerAccess } from './access/CallerAccess';
import { VisibleEntities } from './access/VisibleEntities';
import { bodyLimit, documentBodyLimit, refsBodyLimit } from './bodyLimit';
import { openApiDocument } from './openapi/openApiDocument';
import { refuseNulls } from './refuseNulls';
import { refuseUndescribed } from './refuseUndescribed';
import { RememberedGaps } from './RememberedGaps';
import { RememberedNumbers } from './RememberedNumbers';
import { RememberedOverviews } from './RememberedOverviews';
import { RememberedScopes } from './RememberedScopes';
import { RememberedStandings } from './RememberedStandings';
import { RememberedWorkloads } from './RememberedWorkloads';
import { RouteContext } from './RouteContext';
import { RouterOptions } from './RouterOptions';
import { addAttestationRoutes } from './routes/attestationRoutes';
import { addClusterPageRoutes } from './routes/clusterPageRoutes';
import { addClusterRoutes } from './routes/clusterRoutes';
import { addControlRoutes } from './routes/controlRoutes';
import { addCoverageRoutes } from './routes/coverageRoutes';
import { addEntityDetailRoutes } from './routes/entityDetailRoutes';
import { addEntityRoutes } from './routes/entityRoutes';
import { addEvaluateRoutes } from './routes/evaluateRoutes';
import { addExemptionRoutes } from './routes/exemptionRoutes';
import { addExplorerRoutes } from './routes/explorerRoutes';
import { addExportRoutes } from './routes/exportRoutes';
import { addFindingRoutes } from './routes/findingRoutes';
import { addGateRoutes } from './routes/gateRoutes';
import { addHierarchyRoutes } from './routes/hierarchyRoutes';
import { addHistoryRoutes } from './routes/historyRoutes';
import { addImportRoutes } from './routes/importRoutes';
import { addOrganisationRoutes } from './routes/organisationRoutes';
import { addOverviewRoutes } from './routes/overviewRoutes';
import { addPreflightRoutes } from './routes/preflightRoutes';
import { addScanRoutes } from './routes/scanRoutes';
import { addScopeRoutes } from './routes/scopeRoutes';
import { addStandingRoutes } from './routes/standingRoutes';
import { addTrendRoutes } from './routes/trendRoutes';

/** Backstage's own routes of a plugin live here: the scheduler's, those of permissions. */
const BACKSTAGE_PREFIX = '/.backstage/';

const notFound: RequestHandler = (request, _response, next) => {
  if (request.path.startsWith(BACKSTAGE_PREFIX)) return next();
  throw new NotFoundError(
    `There is no ${request.method} ${request.path} here. GET /v1/openapi.json lists what there is`,
  );
};

/** The API of the plugin, to be mounted at its root. Everything of ours is below `/v1`. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const context = createContext(options);
  const router = PromiseRouter();
  router.use('/v1', async request => {
    await context.access.credentialsOf(request);
    return 'next';
  });
  router.get('/v1/openapi.json', serveDocument);
  router.use('/v1/imports', ...documentBodyLimit);
  router.use('/v1/evaluate', ...documentBodyLimit);
  router.use('/v1/postures', ...refsBodyLimit);
  router.use('/v1', ...bodyLimit, refuseNulls);
  router.use('/v1', refuseUndescribed, createRoutes(context));
  router.use(notFound);
  return router;
}

function createRoutes(context: RouteContext): Router {
  const routes = PromiseRouter();
  addControlRoutes(routes, context);
  addEntityRoutes(routes, context);
  addEntityDetailRoutes(routes, context);
  addFindingRoutes(routes, context);
  addGateRoutes(routes, context);
  addEvaluateRoutes(routes, context);
  addExplorerRoutes(routes, context);
  addExportRoutes(routes, context);
  addHistoryRoutes(routes, context);
  addOrganisationRoutes(routes, context);
  addOverviewRoutes(routes, context);
  addScopeRoutes(routes, context);
  addHierarchyRoutes(routes, context);
  addTrendRoutes(routes, context);
  addCoverageRoutes(routes, context);
  addStandingRoutes(routes, context);
  addClusterRoutes(routes, context);
  addClusterPageRoutes(routes, context);
  addScanRoutes(routes, context);
  addImportRoutes(routes, context);
  addExemptionRoutes(routes, context);
  addAttestationRoutes(routes, context);
  addPreflightRoutes(routes, context);
  return routes;
}

function createContext(options: RouterOptions): RouteContext {
  const { reader, scopes, settings, userInfo, exemptionSettings } = options;
  const access = new CallerAccess(options);
  return {
    ...options,
    access,
    approvers: new Approvers(access, userInfo, exemptionSettings.approvers),
    visible: new VisibleEntities({
      ...options,
      listStoredEntities: async () => [
        ...(await reader.listStoredEntities()),
        ...(await scopes.listScopeRefs()),
      ],
    }),
    gaps: new RememberedGaps(reader, options.clock),
    numbers: new RememberedNumbers(options.organisation, options.clock),
    overviews: new RememberedOverviews(options.overview, options.clock),
    rememberedScopes: new RememberedScopes(
      scopes,
      new Set(Object.keys(settings.profile.severities)),
      options.clock,
    ),
    rememberedStandings: new RememberedStandings(
      options.standings,
      options.clock,
    ),
    workloads: new RememberedWorkloads(options.entityDetails, options.clock),
    controls: indexControls(settings.controls),
  };
}

/** Stands before the validated router, whose own answer says that the document is of OpenAPI 3.0. */
function serveDocument(request: Request, response: Response): void {
  const servers = [{ url: `${request.baseUrl}/v1` }];
  response.json({ ...openApiDocument, servers });
}
