import { PostureState } from 'backstage-plugin-security-posture-common';
import {
  FailingFinding,
  failureKeys,
  LiveEntity,
  LiveExemption,
} from 'security-posture-engine';
import { ExemptionRecord } from '../database/ExemptionStore';
import { EntityPostureRecord, FindingRecord } from '../database/records';
import { readJudged } from '../service/readJudged';
import { RouteContext } from '../service/RouteContext';

/** Rows that one statement reads. */
const PAGE = 500;

/** What manifests are compared with. */
export interface LiveRecord extends LiveEntity {
  readonly entityRef: string;
  readonly state: PostureState;
  /** Its open failing findings, once each. */
  readonly failures: readonly (FailingFinding & FindingRecord)[];
}

/** What reading a live entity takes. */
export type LiveContext = Pick<
  RouteContext,
  'reader' | 'settings' | 'exemptions'
>;

/** Reads what is open on an entity, and what exempts it, at this moment. */
export async function readLiveEntity(
  context: LiveContext,
  record: EntityPostureRecord,
  now: number,
): Promise<LiveRecord> {
  const { entityRef } = record;
  const [{ judged }, covered, uncovered, exemptions] = await Promise.all([
    readJudged(context, record, now),
    readFailures(context, entityRef, { is: true, at: now }),
    readFailures(context, entityRef, { is: false, at: now }),
    readExemptions(context, entityRef, now),
  ]);
  const coveredKeys = new Set(covered.flatMap(failureKeys));
  const uncoveredKeys = uncovered.flatMap(failureKeys);
  const open = new Set([...coveredKeys, ...uncoveredKeys]);
  // What is exempted in one cluster and open in another is not covered.
  for (const key of uncoveredKeys) coveredKeys.delete(key);
  return {
    entityRef,
    state: judged.state,
    failures: [...covered, ...uncovered],
    open,
    covered: coveredKeys,
    exemptions,
  };
}

async function readFailures(
  { reader }: LiveContext,
  entityRef: string,
  exempted: { readonly is: boolean; readonly at: number },
): Promise<readonly FindingRecord[]> {
  const filter = { entityRef, outcomes: ['fail'] as const, exempted };
  return readAll(offset =>
    reader.listFindings({ ...filter, offset, limit: PAGE }),
  );
}

/** Exemptions of single findings are left out: what they cover is open, and known by that. */
async function readExemptions(
  { exemptions }: LiveContext,
  entityRef: string,
  now: number,
): Promise<readonly LiveExemption[]> {
  const visible = { entities: 'all' as const, cluster: true };
  const states = ['approved'] as const;
  const filter = { visible, entityRef, states, now };
  const records = await readAll(offset =>
    exemptions.list({ ...filter, offset, limit: PAGE }),
  );
  return records
    .filter(({ expiresAt }) => expiresAt > now)
    .flatMap(exemptionOf);
}

function exemptionOf({
  scope,
  control,
  subject,
}: ExemptionRecord): readonly LiveExemption[] {
  if (scope === 'entity') return [{ control }];
  if (scope !== 'workload' || !subject) return [];
  const { kind, name } = subject;
  return [{ control, workload: { kind, name } }];
}

async function readAll<Item>(
  readPage: (offset: number) => Promise<{
    readonly items: readonly Item[];
    readonly total: number;
  }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (;;) {
    const { items, total } = await readPage(all.length);
    all.push(...items);
    if (!items.length || all.length >= total) return all;
  }
}
