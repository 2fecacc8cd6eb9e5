import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { ScanRecord } from '../../database/records';
import { scanView } from '../../views/scanView';
import { auditedScan } from '../audited';
import { entityRefOf } from '../entityRefOf';
import { RouteContext } from '../RouteContext';
import { requestClusterScan, requestEntityScan } from '../requestScan';

/** Asks for scans, and says how far they are. */
export function addScanRoutes(router: Router, context: RouteContext): void {
  const { access, auditor, reader } = context;

  router.post(
    '/entities/:kind/:namespace/:name/scan',
    async (request, response) => {
      const entityRef = entityRefOf(request);
      const scan = await auditedScan(
        auditor,
        request,
        { entityRef },
        async () => {
          const credentials = await access.credentialsOf(request);
          return requestEntityScan(context, credentials, entityRef);
        },
      );
      response.status(202).json(scan);
    },
  );

  router.post('/clusters/:name/scan', async (request, response) => {
    const cluster = request.params.name;
    const scan = await auditedScan(auditor, request, { cluster }, () =>
      requestClusterScan(context, request, cluster),
    );
    response.status(202).json(scan);
  });

  router.get('/scans/:id', async (request, response) => {
    const credentials = await access.credentialsOf(request);
    const mayRead = await readableScopes(context, credentials);
    const scan = await reader.getScan(request.params.id);
    const seen = await maySeeScan(context, credentials, scan, mayRead);
    if (!scan || !seen)
      throw new NotFoundError(
        `There is no scan ${request.params.id} that you may see`,
      );
    response.json(scanView(scan, await reader.listClusters()));
  });
}

interface ReadableScopes {
  readonly entities: boolean;
  readonly clusters: boolean;
}

/** Throws a NotAllowedError where the caller may read neither, whatever the id. */
async function readableScopes(
  { access }: RouteContext,
  credentials: BackstageCredentials,
): Promise<ReadableScopes> {
  const entities = await access.holds(credentials, postureReadPermission);
  const clusters = await access.holds(
    credentials,
    postureClusterReadPermission,
  );
  if (!entities && !clusters)
    throw new NotAllowedError(
      `You lack the permissions ${postureReadPermission.name} and ${postureClusterReadPermission.name}. Ask those who run the portal for one`,
    );
  return { entities, clusters };
}

/** The catalog is asked about a scan that there is not, too: what is hidden and what is absent take the same time. */
async function maySeeScan(
  { access }: RouteContext,
  credentials: BackstageCredentials,
  scan: ScanRecord | undefined,
  mayRead: ReadableScopes,
): Promise<boolean> {
  const { entityRef } = scan ?? {};
  if (scan && entityRef === undefined && mayRead.clusters) return true;
  return (
    mayRead.entities &&
    access.seesAny(credentials, entityRef === undefined ? [] : [entityRef])
  );
}
