import {
  EntityPosture,
  ExemptionCounts,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { rankFixes } from 'security-posture-engine';
import { EntityPostureRecord, FindingRecord } from '../../database/records';
import { entityPosture } from '../../views/entityPosture';
import { fitAnswer } from '../../views/fitAnswer';
import { FIXES_SHOWN } from '../../views/fixFirst';
import { scanView } from '../../views/scanView';
import { auditedRead } from '../audited';
import {
  EntityFindingsQuery,
  findingsCursor,
  listEntityFindings,
  readEntityFindings,
  StoredFindings,
  viewFindings,
} from '../entityFindings';
import { entityRefOf } from '../entityRefOf';
import {
  flagParameter,
  listParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { readJudged } from '../readJudged';
import { readRecent } from '../readRecent';
import { readRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

const NO_EXEMPTIONS: ExemptionCounts = { pending: 0, inForce: 0 };

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
  const { reader, exemptions, settings, controls, clock } = context;
  const { entityRef } = record;
  const query: EntityFindingsQuery = { entityRef };
  const now = clock();
  const stored = readEntityFindings(context, record, query);
  const [fixing, findings, scan, asked, recent] = await Promise.all([
    readFixing(context, record, stored, now),
    stored.then(page => viewFindings(context, record, page)),
    reader.findOpenScan(entityRef),
    record.mayBeExempted === false
      ? NO_EXEMPTIONS
      : exemptions.countOf(entityRef, now),
    readRecent(context, entityRef, now),
  ]);
  const covered = new Set(fixing.exempted.map(({ findingKey }) => findingKey));
  const posture = entityPosture(
    {
      record,
      ...fixing,
      failing: fixing.failing.filter(({ key }) => !covered.has(key)),
      findings,
      exemptions: asked,
      recent,
      scan: scan && scanView(scan, fixing.clusters),
    },
    settings,
    controls,
  );
  return fitAnswer(posture, offset => findingsCursor(query, offset));
}

/** What an entity is judged by, what would help it most, and all that fails the controls of the first of that. */
async function readFixing(
  context: RouteContext,
  record: EntityPostureRecord,
  firstPage: Promise<StoredFindings>,
  now: number,
) {
  const judgedNow = await readJudged(context, record, now);
  const { tallies } = judgedNow.judged.effective;
  const fixes = rankFixes(tallies, context.settings.profile);
  const first = fixes.slice(0, FIXES_SHOWN).map(fix => fix.control);
  const failing = await listFailing(context, record, await firstPage, first);
  return { ...judgedNow, fixes, failing };
}

/** All open failing findings of these controls: mostly they are on the first page. */
function listFailing(
  { reader }: RouteContext,
  { entityRef }: EntityPostureRecord,
  { items, nextCursor }: StoredFindings,
  controls: readonly string[],
): Promise<readonly FindingRecord[]> | readonly FindingRecord[] {
  return nextCursor === undefined
    ? items.filter(
        ({ outcome, control }) =>
          outcome === 'fail' && controls.includes(control),
      )
    : reader.listFailing(entityRef, controls);
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
