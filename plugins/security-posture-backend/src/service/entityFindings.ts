import { FindingsResponse } from 'backstage-plugin-security-posture-common';
import { FindingsFilter, PostureReader } from '../database/PostureReader';
import { EntityPostureRecord, FindingRecord } from '../database/records';
import { findingView } from '../views/findingView';
import { gapConcerns, gapFinding } from '../views/gapFindings';
import { ControlIndex } from '../views/PostureSettings';
import { decodeCursor, encodeCursor } from './cursor';

/** Findings of a page where the caller does not say. */
export const DEFAULT_LIMIT = 50;

/** Which findings of an entity to answer with. */
export type EntityFindingsQuery = Omit<FindingsFilter, 'offset' | 'limit'> & {
  readonly cursor?: string;
  readonly limit?: number;
};

/** The cursor of the page of an entity's findings that begins at an offset. */
export function findingsCursor(
  query: EntityFindingsQuery,
  offset: number,
): string {
  return encodeCursor(identityOf(query), offset);
}

/** A page of an entity's open findings, with the gaps of its clusters last. */
export async function listEntityFindings(
  reader: PostureReader,
  record: EntityPostureRecord,
  query: EntityFindingsQuery,
  controls: ControlIndex,
): Promise<FindingsResponse> {
  const { cursor, limit = DEFAULT_LIMIT, ...filter } = query;
  const offset = decodeCursor(identityOf(query), cursor);
  const stored = await reader.listFindings({ ...filter, offset, limit });
  const gaps = await listGapFindings(reader, record, filter, controls);
  const notes = await countNotes(reader, filter);
  const from = Math.max(0, offset - stored.total);
  const page = [
    ...stored.items,
    ...gaps.slice(from, from + limit - stored.items.length),
  ];
  const total = stored.total + gaps.length;
  const next = offset + page.length;
  return {
    items: page.map(finding => findingView(finding, controls)),
    total,
    notes: notes + gaps.filter(isNote).length,
    ...(page.length > 0 && next < total
      ? { nextCursor: findingsCursor(query, next) }
      : {}),
  };
}

/** Stored findings of severity info that meet the filter. */
async function countNotes(
  reader: PostureReader,
  filter: Omit<EntityFindingsQuery, 'cursor' | 'limit'>,
): Promise<number> {
  if (filter.severities && !filter.severities.includes('info')) return 0;
  const notes = { ...filter, severities: ['info' as const] };
  return (await reader.listFindings({ ...notes, offset: 0, limit: 1 })).total;
}

function isNote({ severity }: FindingRecord): boolean {
  return severity === 'info';
}

async function listGapFindings(
  reader: PostureReader,
  record: EntityPostureRecord,
  filter: Omit<EntityFindingsQuery, 'cursor' | 'limit'>,
  controls: ControlIndex,
): Promise<readonly FindingRecord[]> {
  const clusters = record.parts.map(part => part.cluster);
  if (clusters.length === 0) return [];
  const gaps = await reader.listGaps(clusters);
  return gaps
    .filter(gap => gapConcerns(gap, record))
    .flatMap(gap => gapFinding(gap, controls) ?? [])
    .filter(finding => matches(finding, filter));
}

function matches(
  finding: FindingRecord,
  filter: Omit<EntityFindingsQuery, 'cursor' | 'limit'>,
): boolean {
  return (
    (filter.outcomes?.includes(finding.outcome) ?? true) &&
    (filter.severities?.includes(finding.severity) ?? true) &&
    (filter.controls?.includes(finding.control) ?? true) &&
    (filter.clusters?.includes(finding.cluster) ?? true)
  );
}

function identityOf(query: EntityFindingsQuery): readonly unknown[] {
  const { entityRef, outcomes, severities, controls, clusters } = query;
  return ['findings', entityRef, outcomes, severities, controls, clusters];
}
