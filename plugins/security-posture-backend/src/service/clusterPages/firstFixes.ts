import { FixFirstItem } from 'backstage-plugin-security-posture-common';
import { Profile, RankedFix, rankFixes } from 'security-posture-engine';
import { fixFirst, FIXES_SHOWN } from '../../views/fixFirst';
import { EntitySum } from '../../views/sumEntity';
import { RouteContext } from '../RouteContext';

/** Subjects that a fix names. */
const NAMED = 20;

/** What to fix first on a cluster, by the gain for its own score. */
export async function firstFixes(
  context: RouteContext,
  cluster: string,
  { effective }: EntitySum,
  profile: Profile,
): Promise<FixFirstItem[]> {
  const fixes = rankFixes(effective.tallies, profile).slice(0, FIXES_SHOWN);
  const items = await Promise.all(
    fixes.map(fix => fixOf(context, cluster, fix)),
  );
  return items.flat();
}

async function fixOf(
  { explorer, controls, clock }: RouteContext,
  cluster: string,
  fix: RankedFix,
): Promise<FixFirstItem[]> {
  const { items, total } = await explorer.explore({
    visibility: 'all',
    unowned: true,
    order: 'severity',
    now: clock(),
    limit: NAMED,
    filter: {
      clusters: [cluster],
      controls: [fix.control],
      outcomes: ['fail'],
      exempted: false,
    },
  });
  return fixFirst([fix], items, controls).map(item => ({
    ...item,
    workloadsTotal: total,
  }));
}
