import { InputError, NotFoundError } from '@backstage/errors';
import {
  ControlEntitiesResponse,
  CoverageResponse,
  DriftResponse,
  postureClusterReadPermission,
  postureReadPermission,
  UnownedWorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { clusterCoverage } from '../../views/clusterCoverage';
import { driftView } from '../../views/driftView';
import { auditedRead } from '../audited';
import { offsetPage } from '../offsetPage';
import { textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

type Answer = (
  context: RouteContext,
  request: Request,
) => Promise<
  | ControlEntitiesResponse
  | CoverageResponse
  | DriftResponse
  | UnownedWorkloadsResponse
>;

/** What was looked at and what was not, who fails what, and where clusters differ. */
export function addCoverageRoutes(router: Router, context: RouteContext): void {
  const serve = (path: string, queryType: string, answer: Answer) =>
    router.get(path, async (request, response) => {
      const meta = { queryType };
      const found = await auditedRead(context.auditor, request, meta, () =>
        answer(context, request),
      );
      response.json(found);
    });
  serve('/controls/:id/entities', 'control-entities', listControlEntities);
  serve('/coverage', 'coverage', readCoverage);
  serve('/workloads', 'workloads', listUnowned);
  serve('/drift', 'drift', readDrift);
}

async function listControlEntities(
  { access, visible, coverage, controls, settings, clock }: RouteContext,
  request: Request,
): Promise<ControlEntitiesResponse> {
  const credentials = await access.require(request, postureReadPermission);
  const { id } = request.params;
  const control = controls.get(id);
  if (!control)
    throw new NotFoundError(
      `There is no control ${id}. GET /v1/controls lists them all`,
    );
  const { offset, limit, next } = offsetPage(request, ['fails', id]);
  const failing = await coverage.listControlEntities({
    control: id,
    visibility: await visible.of(credentials),
    now: clock(),
    thresholds: settings.thresholds,
    offset,
    limit,
  });
  const { items, total, subjects, exempted, partial } = failing;
  const all = subjects + exempted;
  return {
    control: id,
    items: [...items],
    total,
    subjects,
    exempted,
    exemptedShare: all ? exempted / all : null,
    ...next(items.length, total),
    partial,
  };
}

/** What clusters say of themselves is only for those who may read clusters. */
async function readCoverage(
  { access, visible, coverage, reader, settings, clock }: RouteContext,
  request: Request,
): Promise<CoverageResponse> {
  const credentials = await access.require(request, postureReadPermission);
  const { thresholds } = settings;
  const now = clock();
  const numbers = await coverage.readCoverage(
    { now, thresholds },
    await visible.of(credentials),
  );
  if (!(await access.holds(credentials, postureClusterReadPermission)))
    return numbers;
  const clusters = await reader.listClusters();
  const gaps = await reader.listGaps(clusters.map(({ name }) => name));
  return {
    ...numbers,
    clusters: clusters.map(cluster =>
      clusterCoverage(cluster, gaps, thresholds, now),
    ),
  };
}

/** What belongs to nobody is only for those who may read clusters; whom they see as its owner is up to the catalog. */
async function listUnowned(
  { access, visible, coverage }: RouteContext,
  request: Request,
): Promise<UnownedWorkloadsResponse> {
  const credentials = await access.require(
    request,
    postureClusterReadPermission,
  );
  const cluster = textParameter(request, 'cluster');
  const namespace = textParameter(request, 'namespace');
  const filter = {
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace } : {}),
  };
  const { offset, limit, next } = offsetPage(request, ['unowned', filter]);
  const { items, total } = await coverage.listUnowned(
    { ...filter, offset, limit },
    await visible.of(credentials),
  );
  return { items: [...items], total, ...next(items.length, total) };
}

async function readDrift(
  { access, coverage, reader, controls }: RouteContext,
  request: Request,
): Promise<DriftResponse> {
  await access.require(request, postureClusterReadPermission);
  const names = ['a', 'b'].map(name => textParameter(request, name)!);
  if (names[0] === names[1])
    throw new InputError('a and b are the same cluster: name two');
  const clusters = await Promise.all(
    names.map(async name => {
      const cluster = await reader.getCluster(name);
      if (!cluster) throw unknownCluster(name);
      return cluster;
    }),
  );
  return driftView(
    clusters,
    await coverage.countFindings(names),
    await reader.listGaps(names),
    controls,
  );
}
