import {
  FindingExemption,
  FindingsResponse,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import { FindingsFilter, FindingsPage } from '../database/PostureReader';
import {
  ClusterRecord,
  EntityPostureRecord,
  FindingRecord,
} from '../database/records';
import { findingExemption } from '../views/exemptionView';
import { findingView } from '../views/findingView';
import { gapConcerns, gapFinding } from '../views/gapFindings';
import { decodeCursor, encodeCursor } from './cursor';
import { RouteContext } from './RouteContext';

/** Findings of a page where the caller does not say. */
export const DEFAULT_LIMIT = 50;

/** Which findings of an entity to answer with. */
export type EntityFindingsQuery = Omit<
  FindingsFilter,
  'offset' | 'limit' | 'exempted'
> & {
  readonly exempted?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
};

type StoredFilter = Omit<FindingsFilter, 'offset' | 'limit'>;

/** What findings are read and shown with. */
export type FindingsContext = Pick<
  RouteContext,
  'reader' | 'gaps' | 'exemptions' | 'controls' | 'clock'
>;

/** The cursor of the page of an entity's findings that begins at an offset. */
export function findingsCursor(
  query: EntityFindingsQuery,
  offset: number,
): string {
  return encodeCursor(identityOf(query), offset);
}

/** A page of an entity's open findings as stored. */
export interface StoredFindings extends Omit<FindingsResponse, 'items'> {
  readonly items: readonly FindingRecord[];
}

/** A page of an entity's open findings, with the gaps of its clusters last. */
export async function listEntityFindings(
  context: FindingsContext,
  record: EntityPostureRecord,
  query: EntityFindingsQuery,
): Promise<FindingsResponse> {
  const [stored, clusters] = await Promise.all([
    readFindingsPage(context, query),
    context.reader.listClusters(),
  ]);
  const page = await withGaps(context, { record, clusters }, query, stored);
  return viewFindings(context, record, page);
}

/** A page of an entity's findings with the exemptions that they have on it. */
export async function viewFindings(
  context: FindingsContext,
  { entityRef, mayBeExempted }: EntityPostureRecord,
  page: StoredFindings,
): Promise<FindingsResponse> {
  const items =
    mayBeExempted === false
      ? page.items.map(finding => findingView(finding, context.controls))
      : await findingViews(context, page.items, entityRef);
  return { ...page, items };
}

/** The part of a page that needs nothing of the entity but its ref: findings, without the gaps behind them. */
export function readFindingsPage(
  { reader, clock }: Pick<FindingsContext, 'reader' | 'clock'>,
  query: EntityFindingsQuery,
): Promise<FindingsPage> {
  const { limit = DEFAULT_LIMIT } = query;
  const offset = decodeCursor(identityOf(query), query.cursor);
  return reader.listFindings({ ...filterOf(query, clock()), offset, limit });
}

/** A page of findings with the gaps of the entity's clusters, which come last. */
export async function withGaps(
  context: Pick<FindingsContext, 'gaps' | 'controls'>,
  entity: EntityOfClusters,
  query: EntityFindingsQuery,
  stored: FindingsPage,
): Promise<StoredFindings> {
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const offset = decodeCursor(identityOf(query), cursor);
  const gaps = await listGapFindings(context, entity, query);
  const from = Math.max(0, offset - stored.total);
  const page = [
    ...stored.items,
    ...gaps.slice(from, from + limit - stored.items.length),
  ];
  const total = stored.total + gaps.length;
  const next = offset + page.length;
  return {
    items: page,
    total,
    notes: stored.notes + gaps.filter(isNote).length,
    ...(page.length > 0 && next < total
      ? { nextCursor: findingsCursor(query, next) }
      : {}),
  };
}

/** An entity, and all clusters. */
interface EntityOfClusters {
  readonly record: EntityPostureRecord;
  readonly clusters: readonly ClusterRecord[];
}

/** Findings with the exemptions that they have on an entity. */
export async function findingViews(
  context: FindingsContext,
  findings: readonly FindingRecord[],
  entityRef: string | undefined,
): Promise<FindingView[]> {
  const failing = findings.filter(
    ({ outcome, closedAt }) => outcome === 'fail' && closedAt === undefined,
  );
  const exempted = await findingExemptions(
    context,
    failing.map(({ key }) => key),
    entityRef,
  );
  return findings.map(finding => {
    const exemption = exempted.get(finding.key);
    return {
      ...findingView(finding, context.controls),
      ...(exemption ? { exemption } : {}),
    };
  });
}

/** The exemptions of open findings, by key of the finding, as they hold for an entity where one is named. */
export async function findingExemptions(
  { exemptions, clock }: Pick<FindingsContext, 'exemptions' | 'clock'>,
  keys: readonly string[],
  entityRef: string | undefined,
): Promise<ReadonlyMap<string, FindingExemption>> {
  const records = await exemptions.ofFindings(keys, entityRef, clock());
  return new Map(
    [...records].map(([key, record]) => [key, findingExemption(record)]),
  );
}

function filterOf(
  { cursor: _cursor, limit: _limit, exempted, ...filter }: EntityFindingsQuery,
  now: number,
): StoredFilter {
  return {
    ...filter,
    ...(exempted === undefined ? {} : { exempted: { is: exempted, at: now } }),
  };
}

function isNote({ severity }: FindingRecord): boolean {
  return severity === 'info';
}

async function listGapFindings(
  { gaps: remembered, controls }: Pick<FindingsContext, 'gaps' | 'controls'>,
  { record, clusters }: EntityOfClusters,
  query: EntityFindingsQuery,
): Promise<readonly FindingRecord[]> {
  if (query.exempted) return [];
  const names = new Set(record.parts.map(({ cluster }) => cluster));
  const gaps = await remembered.of(
    clusters.filter(({ name }) => names.has(name)),
  );
  return gaps
    .filter(gap => gapConcerns(gap, record))
    .flatMap(gap => gapFinding(gap, controls) ?? [])
    .filter(finding => matches(finding, query));
}

function matches(finding: FindingRecord, query: EntityFindingsQuery): boolean {
  return (
    (query.outcomes?.includes(finding.outcome) ?? true) &&
    (query.severities?.includes(finding.severity) ?? true) &&
    (query.controls?.includes(finding.control) ?? true) &&
    (query.clusters?.includes(finding.cluster) ?? true)
  );
}

function identityOf(query: EntityFindingsQuery): readonly unknown[] {
  const { entityRef, outcomes, severities, controls, clusters, exempted } =
    query;
  return [
    'findings',
    entityRef,
    outcomes,
    severities,
    controls,
    clusters,
    exempted,
  ];
}
