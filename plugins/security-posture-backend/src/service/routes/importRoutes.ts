import {
  ImportsResponse,
  ImportView,
  postureClusterReadPermission,
  postureImportCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { OWN_IMPORTERS, readReport } from '../../importers/Importers';
import { importView } from '../../views/importView';
import { auditedImport } from '../audited';
import { callerName } from '../callerName';
import { RouteContext } from '../RouteContext';
import { unknownCluster } from '../unknownCluster';

/** Takes in documents of other tools, and lists them. */
export function addImportRoutes(router: Router, context: RouteContext): void {
  const { access, reader, imports } = context;

  for (const { id } of OWN_IMPORTERS)
    router.post(`/imports/${id}`, async (request, response) => {
      response.status(201).json(await takeIn(context, request, id));
    });

  router.post('/imports/:importer', async (request, response) => {
    const { importer } = request.params;
    response.status(201).json(await takeIn(context, request, importer));
  });

  router.get('/clusters/:name/imports', async (request, response) => {
    await access.require(request, postureClusterReadPermission);
    const { name } = request.params;
    if (!(await reader.getCluster(name))) throw unknownCluster(name);
    const items = (await imports.list(name)).map(importView);
    const answer: ImportsResponse = { items };
    response.json(answer);
  });
}

/** Keeps the document of a request, which the OpenAPI document describes. */
function takeIn(
  { access, auditor, auth, clock, imports, importers, reader }: RouteContext,
  request: Request,
  kind: string,
): Promise<ImportView> {
  const { cluster, node } = request.query as { cluster: string; node?: string };
  const about = { cluster, kind, ...(node ? { node } : {}) };
  return auditedImport(auditor, request, about, async () => {
    const credentials = await access.require(
      request,
      postureImportCreatePermission,
    );
    const importer = importers.get(kind);
    if (!(await reader.getCluster(cluster))) throw unknownCluster(cluster);
    const report = readReport(importer, request.body);
    const record = {
      ...about,
      receivedAt: clock(),
      receivedBy: callerName(auth, credentials),
    };
    await imports.save(record, report);
    return importView(record);
  });
}
