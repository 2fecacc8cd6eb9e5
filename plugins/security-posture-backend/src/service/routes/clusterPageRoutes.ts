import {
  AccessRisks,
  ClusterNamespaces,
  ClusterNodes,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { ExplorerPosition } from '../../database/FindingsExplorer';
import {
  clusterNode,
  heaviestFirst,
} from '../../views/clusterPages/clusterNode';
import { runningVersions } from '../../views/clusterPages/runningVersions';
import { auditedRead } from '../audited';
import { accessRisks } from '../clusterPages/accessRisks';
import { requireCluster, supportTerms } from '../clusterPages/clusterScope';
import { readControls, readMatrix } from '../clusterPages/controls';
import { describeNamespaces } from '../clusterPages/namespaces';
import { readOverview } from '../clusterPages/overview';
import { decodePlace, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import { offsetPage } from '../offsetPage';
import { numberParameter, textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

type Answer = (context: RouteContext, request: Request) => Promise<object>;

/** What the pages of clusters show, one answer a view. */
export function addClusterPageRoutes(
  router: Router,
  context: RouteContext,
): void {
  const serve = (path: string, queryType: string, answer: Answer) =>
    router.get(path, async (request, response) => {
      const cluster = request.params.name;
      const meta = { queryType, ...(cluster ? { cluster } : {}) };
      const found = await auditedRead(context.auditor, request, meta, () =>
        answer(context, request),
      );
      response.json(found);
    });
  serve('/matrix/clusters', 'cluster-matrix', readMatrix);
  serve('/clusters/:name/overview', 'cluster-overview', readOverview);
  serve('/clusters/:name/controls', 'cluster-controls', readControls);
  serve('/clusters/:name/namespaces', 'cluster-namespaces', readNamespaces);
  serve('/clusters/:name/nodes', 'cluster-nodes', readNodes);
  serve('/clusters/:name/access', 'cluster-access', readAccess);
}

async function readNamespaces(
  context: RouteContext,
  request: Request,
): Promise<ClusterNamespaces> {
  const { cluster, credentials } = await requireCluster(context, request);
  const { name } = cluster;
  const page = offsetPage(request, ['namespaces', name]);
  const namespaces = await describeNamespaces(
    context,
    name,
    await context.clusterDetails.listNamespaces(name),
    await context.visible.of(credentials),
    page,
  );
  const { items, total } = namespaces;
  return { ...namespaces, ...page.next(items.length, total) };
}

async function readNodes(
  context: RouteContext,
  request: Request,
): Promise<ClusterNodes> {
  const { cluster } = await requireCluster(context, request);
  const { name } = cluster;
  const { offset, limit, next } = offsetPage(request, ['nodes', name]);
  const terms = supportTerms(context);
  const [records, gone] = await Promise.all([
    context.clusterDetails.listNodes(name),
    context.reader.getLastSweep(name),
  ]);
  const unread = gone?.lists.find(({ resource }) => resource === 'nodes');
  const items = records
    .map(record => clusterNode(record, terms))
    .sort(heaviestFirst)
    .slice(offset, offset + limit);
  return {
    items,
    total: records.length,
    versions: runningVersions(
      undefined,
      records.map(({ facts }) => facts),
      terms,
    ),
    supportAsOf: terms.table.asOf,
    ...(unread?.reason ? { unread: unread.reason } : {}),
    ...next(items.length, records.length),
  };
}

/** The place of a page's last finding in the order of severities. */
type Place = readonly [number, number];

function isPlace(value: unknown): value is Place {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(part => Number.isSafeInteger(part))
  );
}

async function readAccess(
  context: RouteContext,
  request: Request,
): Promise<AccessRisks> {
  const { cluster } = await requireCluster(context, request);
  const query = ['access', cluster.name];
  const place = decodePlace(query, textParameter(request, 'cursor'), isPlace);
  const { risks, next } = await accessRisks(context, cluster.name, {
    limit: numberParameter(request, 'limit') ?? DEFAULT_LIMIT,
    ...(place ? { after: { value: place[0], id: place[1] } } : {}),
  });
  return {
    ...risks,
    ...(next ? { nextCursor: encodeCursor(query, placeOf(next)) } : {}),
  };
}

function placeOf({ value, id }: ExplorerPosition): Place {
  return [Number(value), id];
}
