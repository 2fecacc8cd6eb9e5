import { EntityPosture } from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { rankFixes } from 'security-posture-engine';
import { EntityPostureRecord } from '../../database/records';
import { entityPosture } from '../../views/entityPosture';
import { fitAnswer } from '../../views/fitAnswer';
import { FIXES_SHOWN } from '../../views/fixFirst';
import { scanView } from '../../views/scanView';
import { auditedRead } from '../audited';
import {
  EntityFindingsQuery,
  findingsCursor,
  listEntityFindings,
} from '../entityFindings';
import { entityRefOf } from '../entityRefOf';
import {
  flagParameter,
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { readJudged } from '../readJudged';
import { readRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

/** The posture and the findings of one entity. */
export function addEntityRoutes(router: Router, context: RouteContext): void {
  const { auditor } = context;

  router.get(
    '/entities/:kind/:namespace/:name/posture',
    async (request, response) => {
      const meta = { queryType: 'posture', entityRef: entityRefOf(request) };
      const posture = await auditedRead(auditor, request, meta, async () =>
        readPosture(context, await readRecord(context, request)),
      );
      response.json(posture);
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

async function readPosture(
  context: RouteContext,
  record: EntityPostureRecord,
): Promise<EntityPosture> {
  const { reader, settings, controls, clock } = context;
  const { entityRef } = record;
  const query: EntityFindingsQuery = { entityRef };
  const now = clock();
  const { judged, clusters, exempted } = await readJudged(context, record, now);
  const fixes = rankFixes(judged.effective.tallies, settings.profile).slice(
    0,
    FIXES_SHOWN,
  );
  const [findings, scan, failing] = await Promise.all([
    listEntityFindings(context, record, query),
    reader.findOpenScan(entityRef),
    reader.listFailing(
      entityRef,
      fixes.map(fix => fix.control),
    ),
  ]);
  const covered = new Set(exempted.map(({ findingKey }) => findingKey));
  const posture = entityPosture(
    {
      record,
      clusters,
      judged,
      fixes,
      failing: failing.filter(({ key }) => !covered.has(key)),
      findings,
      scan: scan && scanView(scan, clusters),
    },
    settings,
    controls,
  );
  return fitAnswer(posture, offset => findingsCursor(query, offset));
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
