import { Router } from 'express';
import { auditedExemption } from '../audited';
import { Decision, decideExemption, readExemption } from '../decideExemption';
import { readExemptionOptions } from '../exemptionOptions';
import { listExemptions, readExemptionsRegister } from '../listExemptions';
import { previewExemption, requestExemption } from '../requestExemption';
import { RouteContext } from '../RouteContext';
import { tellExemption } from '../tellExemptions';

const DECISIONS: Readonly<Record<string, Decision>> = {
  approve: 'approved',
  deny: 'denied',
  shorten: 'shortened',
  revoke: 'revoked',
};

/** Asks for exemptions, decides on them, and lists them. */
export function addExemptionRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { access, auditor } = context;

  router.get('/exemptions', async (request, response) => {
    response.json(await listExemptions(context, request));
  });

  router.post('/exemptions', async (request, response) => {
    const { scope, findingKey, control, entityRef } = request.body;
    const meta = { scope, findingKey, control, entityRef };
    const exemption = await auditedExemption(
      auditor,
      request,
      'create',
      JSON.parse(JSON.stringify(meta)),
      () => requestExemption(context, request),
    );
    response.status(201).json(exemption);
  });

  router.get('/exemptions/register', async (request, response) => {
    response.json(await readExemptionsRegister(context, request));
  });

  router.get('/exemptions/options', async (request, response) => {
    response.json(await readExemptionOptions(context, request));
  });

  router.post('/exemptions/preview', async (request, response) => {
    response.json(await previewExemption(context, request));
  });

  router.get('/exemptions/:id', async (request, response) => {
    const credentials = await access.credentialsOf(request);
    const { id } = request.params;
    const exemption = await readExemption(context, credentials, id);
    response.json(await tellExemption(context, credentials, exemption));
  });

  for (const [path, what] of Object.entries(DECISIONS))
    router.post(`/exemptions/:id/${path}`, async (request, response) => {
      const { id } = request.params;
      const exemption = await auditedExemption(
        auditor,
        request,
        path,
        { id },
        () => decideExemption(context, request, what),
      );
      response.json(exemption);
    });
}
