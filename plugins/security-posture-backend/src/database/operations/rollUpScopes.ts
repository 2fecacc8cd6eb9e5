import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { ScopeDayCounts } from '../ScopeReader';
import { PostureDayRow, ScopeRow } from '../tables';
import { utcDay } from '../utcDay';
import { memberPostures, membersOfScopes } from './scopes/memberPostures';
import { MemberSum, severityCounts, sumMembers } from './scopes/sumMembers';
import { ReadinessTerms } from './readinessSql';
import { DayToSave, saveDays } from './savePostureDays';

/** The scope of all entities together. */
export const ORGANISATION_SCOPE = 'organisation';

/** Rows of days that one transaction writes. */
const DAYS_A_TRANSACTION = 100;

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

const NO_MEMBERS: ScopeDayCounts = {
  open: NONE,
  exempted: NONE,
  members: { total: 0, judged: 0, ready: 0, notReady: 0, p10: null },
};

/** What the days of scopes are summed up by. */
export interface ScopeTerms extends ReadinessTerms {
  /** The profile that stands for a scope of which nothing was judged. */
  readonly profile: string;
  /** The version of the library that does so. */
  readonly library: string;
}

type Scope = Pick<ScopeRow, 'ref' | 'type'>;

/**
 * Writes the rows of today of every group, system and domain and of the organisation, where they differ from the newest before.
 * Readiness is noted as it is at `now`.
 */
export async function rollUpScopes(
  knex: Knex,
  terms: ScopeTerms,
): Promise<void> {
  const scopes: Scope[] = await knex<ScopeRow>('scopes').select('ref', 'type');
  const sums: MemberSum[] = await sumMembers(
    knex,
    membersOfScopes(knex, terms, 'all'),
  );
  const byRef = new Map(sums.map(sum => [sum.member_of, sum]));
  const [everything]: MemberSum[] = await sumMembers(
    knex,
    memberPostures(knex, terms, 'all').select(
      knex.raw('? as member_of, 0 as depth', [ORGANISATION_SCOPE]),
    ),
  );
  const organisation = { ref: ORGANISATION_SCOPE, type: ORGANISATION_SCOPE };
  const days = [
    dayOf(organisation, everything, terms),
    ...scopes.map(scope => dayOf(scope, byRef.get(scope.ref), terms)),
  ];
  for (const chunk of chunksOf(days, DAYS_A_TRANSACTION))
    await knex.transaction(transaction => saveDays(transaction, chunk));
}

/** What never had a member with a posture has no days. */
function dayOf(
  { ref, type }: Scope,
  sum: MemberSum | undefined,
  { now, profile, library }: ScopeTerms,
): DayToSave {
  const counts = countsOf(sum);
  const row: PostureDayRow = {
    scope_type: type,
    scope_ref: ref,
    profile: sum?.profile ?? profile,
    day: utcDay(now),
    raw: sum?.raw ?? null,
    effective: sum?.effective ?? null,
    coverage: sum?.coverage ?? null,
    counts: JSON.stringify(counts),
    library: sum?.library ?? library,
  };
  return { row, onlyIfKnown: counts.members.judged === 0 };
}

function countsOf(sum: MemberSum | undefined): ScopeDayCounts {
  if (!sum) return NO_MEMBERS;
  const total = Number(sum.total);
  return {
    open: severityCounts(sum, 'open'),
    exempted: severityCounts(sum, 'exempted'),
    members: {
      total,
      judged: total - Number(sum.noPosture),
      ready: Number(sum.ready),
      notReady: Number(sum.notReady),
      p10: sum.p10,
    },
  };
}
