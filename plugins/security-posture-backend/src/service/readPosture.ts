import { ExemptionCounts } from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { rankFixes } from 'security-posture-engine';
import { EntityPostureRecord } from '../database/records';
import { countFails } from '../views/entityParts';
import { entityPosture } from '../views/entityPosture';
import { fitAnswer } from '../views/fitAnswer';
import { FIXES_SHOWN } from '../views/fixFirst';
import { scanView } from '../views/scanView';
import {
  findingsCursor,
  readFindingsPage,
  StoredFindings,
  viewFindings,
  withGaps,
} from './entityFindings';
import { entityRefOf } from './entityRefOf';
import { judgeWith } from './readJudged';
import { readMapping } from './readMapping';
import { readRecent } from './readRecent';
import { readShown } from './readRecord';
import { readOpenScan } from './requestScan';
import { RouteContext } from './RouteContext';

const NO_EXEMPTIONS: ExemptionCounts = { pending: 0, inForce: 0 };

/** The posture of the entity that a request names, in one answer: an `EntityPosture` as JSON. */
export async function readPosture(
  context: RouteContext,
  request: Request,
): Promise<string> {
  const entityRef = entityRefOf(request);
  const now = context.clock();
  const shown = await readShown(context, request, entityRef, () =>
    readStored(context, entityRef, now),
  );
  return viewPosture(context, { ...shown, now });
}

/** What takes nothing but the ref of an entity to be read. */
async function readStored(
  context: RouteContext,
  entityRef: string,
  now: number,
) {
  const [record, clusters, page, recent] = await Promise.all([
    context.reader.getEntity(entityRef),
    context.reader.listClusters(),
    readFindingsPage(context, { entityRef }),
    readRecent(context, entityRef, now),
  ]);
  return { record, clusters, page, recent };
}

/** What is read of an entity that the caller may see. */
interface ReadEntity extends Awaited<ReturnType<typeof readStored>> {
  readonly record: EntityPostureRecord;
  readonly now: number;
}

async function viewPosture(
  context: RouteContext,
  read: ReadEntity,
): Promise<string> {
  const { reader, exemptions, settings, controls } = context;
  const { record, clusters, recent, now } = read;
  const { entityRef } = record;
  const query = { entityRef };
  const page = await withGaps(context, read, query, read.page);
  const [fixing, findings, scan, asked] = await Promise.all([
    readFixing(context, read, page),
    viewFindings(context, record, page),
    readOpenScan(reader, record),
    record.mayBeExempted === false
      ? NO_EXEMPTIONS
      : exemptions.countOf(entityRef, now),
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
      scan: scan && scanView(scan, clusters),
    },
    settings,
    controls,
  );
  return fitAnswer(posture, offset => findingsCursor(query, offset));
}

/**
 * What an entity is judged by, what would help it most, and all that fails the controls of the first of that: mostly it is
 * on the first page, for that begins with the gravest.
 */
async function readFixing(
  context: RouteContext,
  { record, clusters, now }: ReadEntity,
  { items, nextCursor }: StoredFindings,
) {
  const judgedNow = await judgeWith(context, record, clusters, now);
  const { effective, raw, workloads } = judgedNow.judged;
  const mapping = await readMapping(context, record, clusters, workloads);
  const fixes = rankFixes(effective.tallies, context.settings.profile);
  const first = fixes.slice(0, FIXES_SHOWN).map(fix => fix.control);
  const shown = items.filter(
    ({ outcome, control }) => outcome === 'fail' && first.includes(control),
  );
  const failing =
    nextCursor === undefined || shown.length === countFails(raw.tallies, first)
      ? shown
      : await context.reader.listFailing(record.entityRef, first);
  return { ...judgedNow, mapping, fixes, failing };
}
