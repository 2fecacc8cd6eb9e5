import {
  postureClusterReadPermission,
  PreflightView,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { isoTime } from '../../views/isoTime';
import { ExpiringCache } from '../ExpiringCache';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

const LIFETIME_MS = 30_000;
const CLUSTERS = 100;

/** What the scanner may read of a cluster. A cluster is asked twice a minute at most, however many want to know. */
export function addPreflightRoutes(
  router: Router,
  { access, clock, preflight, reader }: RouteContext,
): void {
  const answers = new ExpiringCache<PreflightView>({
    lifetime: LIFETIME_MS,
    size: CLUSTERS,
    clock,
  });

  router.get('/clusters/:name/preflight', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const { name } = request.params;
    if (!(await reader.getCluster(name))) throw unknownCluster(name);
    response.json(
      await answers.get(name, async () => {
        const { items, ...state } = await preflight(name);
        const checkedAt = isoTime(clock());
        return { cluster: name, checkedAt, ...state, items: [...items] };
      }),
    );
  });
}
