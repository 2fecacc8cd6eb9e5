import {
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { auditedRead } from '../audited';
import { explore } from '../explore';
import { explorerFilterOf, findingsFilterOf } from '../findingsFilter';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

/** Open findings over all entities, and over what belongs to none. */
export function addExplorerRoutes(router: Router, context: RouteContext): void {
  const { access, auditor, controls, reader, visible } = context;

  router.get('/findings', async (request, response) => {
    const meta = { queryType: 'explorer' };
    const page = await auditedRead(auditor, request, meta, async () => {
      const credentials = await access.require(request, postureReadPermission);
      const filter = explorerFilterOf(findingsFilterOf(request), controls);
      const sight = {
        visibility: await visible.of(credentials),
        unowned: await access.holds(credentials, postureClusterReadPermission),
      };
      return explore(context, request, sight, filter);
    });
    response.json(page);
  });

  router.get('/clusters/:name/findings', async (request, response) => {
    const { name } = request.params;
    const meta = { queryType: 'cluster-findings', cluster: name };
    const page = await auditedRead(auditor, request, meta, async () => {
      const credentials = await access.require(
        request,
        postureClusterReadPermission,
      );
      if (!(await reader.getCluster(name))) throw unknownCluster(name);
      const filter = {
        ...explorerFilterOf(findingsFilterOf(request), controls),
        clusters: [name],
      };
      const sight = {
        visibility: await visible.of(credentials),
        unowned: true,
      };
      return explore(context, request, sight, filter);
    });
    response.json(page);
  });
}
