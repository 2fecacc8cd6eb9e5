import { Request, Router } from 'express';
import { auditedRead } from '../audited';
import { readChanges, readHistory, readPast } from '../past';
import {
  clusterScope,
  entityScope,
  groupScope,
  ScopeOfRequest,
} from '../pastScope';
import { RouteContext } from '../RouteContext';

type FindScope = (
  context: RouteContext,
  request: Request,
) => Promise<ScopeOfRequest>;

type ReadScope = (
  context: RouteContext,
  scope: ScopeOfRequest,
  request: Request,
) => Promise<object>;

const ENTITY = '/entities/:kind/:namespace/:name';
const GROUP = '/scopes/:kind/:namespace/:name';
const CLUSTER = '/clusters/:name';

/** How things were, what changed and what happened, of entities, clusters, groups, systems and domains. */
const ROUTES: readonly (readonly [string, FindScope, ReadScope])[] = [
  [`${ENTITY}/past`, entityScope, readPast],
  [`${ENTITY}/changes`, entityScope, readChanges],
  [`${ENTITY}/history`, entityScope, readHistory],
  [`${GROUP}/past`, groupScope, readPast],
  [`${GROUP}/changes`, groupScope, readChanges],
  [`${CLUSTER}/past`, clusterScope, readPast],
  [`${CLUSTER}/changes`, clusterScope, readChanges],
  [`${CLUSTER}/history`, clusterScope, readHistory],
];

/** The past. */
export function addHistoryRoutes(router: Router, context: RouteContext): void {
  for (const [path, findScope, read] of ROUTES) {
    const queryType = path.slice(path.lastIndexOf('/') + 1);
    router.get(path, async (request, response) => {
      const meta = { queryType, ...request.params };
      const answer = await auditedRead(
        context.auditor,
        request,
        meta,
        async () => read(context, await findScope(context, request), request),
      );
      response.json(answer);
    });
  }
}
