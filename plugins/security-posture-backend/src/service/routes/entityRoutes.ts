import { Request, Router } from 'express';
import { auditedRead } from '../audited';
import { EntityFindingsQuery, listEntityFindings } from '../entityFindings';
import { entityRefOf } from '../entityRefOf';
import {
  flagParameter,
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { readPosture } from '../readPosture';
import { readRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

/** The posture and the findings of one entity. */
export function addEntityRoutes(router: Router, context: RouteContext): void {
  const { auditor } = context;

  router.get(
    '/entities/:kind/:namespace/:name/posture',
    async (request, response) => {
      const meta = { queryType: 'posture', entityRef: entityRefOf(request) };
      const posture = await auditedRead(auditor, request, meta, () =>
        readPosture(context, request),
      );
      response.type('json').send(posture);
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/findings',
    async (request, response) => {
      const meta = { queryType: 'findings', entityRef: entityRefOf(request) };
      const findings = await auditedRead(auditor, request, meta, async () => {
        const record = await readRecord(context, request);
        const query = findingsQueryOf(request, record.entityRef);
        return listEntityFindings(context, record, query);
      });
      response.json(findings);
    },
  );
}

function findingsQueryOf(
  request: Request,
  entityRef: string,
): EntityFindingsQuery {
  const control = textParameter(request, 'control');
  const cluster = textParameter(request, 'cluster');
  return {
    entityRef,
    outcomes: listParameter(request, 'outcomes'),
    severities: listParameter(request, 'severities'),
    ...(control ? { controls: [control] } : {}),
    ...(cluster ? { clusters: [cluster] } : {}),
    exempted: flagParameter(request, 'exempted'),
    cursor: textParameter(request, 'cursor'),
    limit: numberParameter(request, 'limit'),
  };
}
