import {
  PosturesByRefsRequest,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { auditedRead } from '../audited';
import { entityRefOf } from '../entityRefOf';
import { posturesByRefs } from '../posturesByRefs';
import { readGate } from '../readGate';
import { readCurrentRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

/** What other plugins and pipelines decide by. */
export function addGateRoutes(router: Router, context: RouteContext): void {
  const { access, auditor } = context;

  router.get(
    '/entities/:kind/:namespace/:name/gate',
    async (request, response) => {
      const entityRef = entityRefOf(request);
      const meta = { queryType: 'gate', entityRef };
      const gate = await auditedRead(auditor, request, meta, async () =>
        readGate(context, await readCurrentRecord(context, request, entityRef)),
      );
      response.json(gate);
    },
  );

  router.post('/postures/by-refs', async (request, response) => {
    const { entityRefs } = request.body as PosturesByRefsRequest;
    const meta = { queryType: 'postures', entities: entityRefs.length };
    const facts = await auditedRead(auditor, request, meta, async () => {
      const caller = await access.require(request, postureReadPermission);
      return posturesByRefs(context, caller, entityRefs);
    });
    response.json(facts);
  });
}
