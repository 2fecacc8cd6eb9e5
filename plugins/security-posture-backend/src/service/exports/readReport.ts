import {
  ExportedFinding,
  ExportHeader,
  postureClusterReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { chunksOf } from '../../database/chunks';
import { ExportScope } from '../../database/ExportReader';
import { TrendDay } from '../../database/ScopeReader';
import { utcDay } from '../../database/utcDay';
import { scoreView } from '../../views/entityRow';
import { exportedFinding } from '../../views/exports/exportedFinding';
import { exportNotes } from '../../views/exports/exportNotes';
import { ExportReport } from '../../views/exports/ExportReport';
import { isoTime } from '../../views/isoTime';
import { explorerFilterOf } from '../findingsFilter';
import { RouteContext } from '../RouteContext';
import { scopeOfQuery } from '../scopeOfQuery';
import { readClusters } from './exportClusters';
import { Exported } from './Exported';
import { readEntityState } from './exportEntity';
import { exportFilter } from './exportFilter';
import { exportMoment } from './exportMoment';

/** Findings that are read from the database, and written, at a time. */
export const PAGE_SIZE = 500;

/** The export that a request asks for. Its findings are read while they are written. */
export async function readReport(
  context: RouteContext,
  request: Request,
): Promise<ExportReport> {
  const { controls, exports } = context;
  const moment = exportMoment(context, request);
  const found = await scopeOfQuery(context, request);
  const filter = exportFilter(request, found, moment);
  const asked = { ...moment, found, ...(filter ? { filter } : {}) };
  const scope = await scopeFor(context, asked);
  const header = await readHeader(context, { ...asked, scope });
  const { ids, exemptions } = await exports.takeSnapshot(scope, moment.now);
  async function* findings(): AsyncGenerator<readonly ExportedFinding[]> {
    for (const page of chunksOf(ids, PAGE_SIZE)) {
      const records = await exports.readFindings(scope, page);
      yield records.map(record =>
        exportedFinding(record, exemptions.get(record.id), controls),
      );
    }
  }
  return { header, findings, controls };
}

async function scopeFor(
  { access, visible, controls }: RouteContext,
  { found, filter, at }: Omit<Exported, 'scope'>,
): Promise<ExportScope> {
  const { scope, ref, credentials } = found;
  return {
    type: scope,
    ref,
    visibility: await visible.of(credentials),
    unowned: await access.holds(credentials, postureClusterReadPermission),
    ...(at === undefined ? {} : { at }),
    ...(filter ? { filter: explorerFilterOf(filter, controls) } : {}),
  };
}

async function readHeader(
  context: RouteContext,
  exported: Exported,
): Promise<ExportHeader> {
  const { found, filter, now, at = now } = exported;
  const entity =
    found.scope === 'entity' ? await readEntityState(context, exported) : {};
  const { clusters, gaps, stale } = await readClusters(
    context,
    exported,
    entity.record,
  );
  const day = await readDay(context, exported);
  const header = {
    scope: found.scope,
    ...(found.scope === 'organisation' ? {} : { ref: found.ref }),
    ...(filter ? { filter } : {}),
    at: isoTime(at),
    generatedAt: isoTime(now),
    library: day?.library ?? context.settings.library,
    ...numbersOf(day),
    ...(entity.readiness ? { readiness: entity.readiness } : {}),
    ...(clusters ? { clusters, gaps } : {}),
    partial: await isPartial(context, exported),
  };
  return {
    schema: 'posture.export/v1',
    ...header,
    notes: exportNotes(header, stale),
  };
}

/** Scores and counts as they stood at the end of the day, or stand now. */
async function readDay(
  { scopes }: RouteContext,
  { found, now, at = now }: Exported,
): Promise<TrendDay | undefined> {
  const { scope, ref, visibility } = found;
  const day = utcDay(at);
  const query = { scope, ref, from: day, to: day };
  const { days } = await scopes.readTrend(query, visibility);
  return days.at(-1);
}

function numbersOf(day: TrendDay | undefined) {
  const { effective = null, raw = null, coverage = null } = day ?? {};
  const judged = (coverage ?? 0) > 0;
  return {
    profile: day?.profile ?? null,
    state: judged ? ('judged' as const) : ('nothingJudged' as const),
    score: scoreView(effective, coverage),
    raw: scoreView(raw, coverage),
    open: judged ? day!.open : null,
    exempted: judged ? day!.exempted : null,
  };
}

async function isPartial(
  { history }: RouteContext,
  { scope: { type, visibility, unowned } }: Exported,
): Promise<boolean> {
  if (type === 'entity') return false;
  if (type === 'organisation' && !unowned) return true;
  return history.isPartial(visibility);
}
