import {
  BlockingCounts,
  CoverageResponse,
  NamedEntities,
  OverviewTeam,
  OverviewWeek,
  SeverityCounts,
  UnseenEntities,
} from 'backstage-plugin-security-posture-common';
import { PlannedFix } from './operations/overview/FixPlan';
import { ReadinessTerms } from './operations/readinessSql';
import { Visibility } from './operations/visibleRefs';
import { OrganisationNumbers } from './OrganisationReader';
import { TrendDay } from './ScopeReader';

/** Of what to read the numbers of the overview. */
export interface OverviewQuestion extends ReadinessTerms {
  readonly visibility: Visibility;
  /** Full ref of a group: only what it, or a group below it, owns. */
  readonly owner?: string;
}

/** All numbers of one page, over what a caller may see. */
export interface OverviewNumbers {
  readonly entities: OrganisationNumbers['entities'];
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  /** Epoch milliseconds. */
  readonly oldestCritical?: number;
  readonly workloads: CoverageResponse['workloads'];
  /** Days that differ, in order. */
  readonly days: readonly TrendDay[];
  readonly weeks: readonly OverviewWeek[];
  /** In the order in which to make them. */
  readonly fixes: readonly PlannedFix[];
  readonly teams: {
    readonly total: number;
    readonly items: readonly OverviewTeam[];
  };
  readonly unseen: readonly UnseenEntities[];
  /** The entities of each cluster of which nothing fresh is known. */
  readonly silent: ReadonlyMap<string, NamedEntities>;
  readonly partial: boolean;
}

/** Reads the numbers of the board's overview. */
export interface OverviewReader {
  readOverview(question: OverviewQuestion): Promise<OverviewNumbers>;
}
