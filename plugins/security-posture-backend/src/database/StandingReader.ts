import { StandingNumbers } from 'backstage-plugin-security-posture-common';
import { Visibility } from './operations/visibleRefs';

/** What of all standings a caller may see. */
export interface StandingSight {
  readonly visibility: Visibility;
  /** True where the caller may see clusters. */
  readonly clusters: boolean;
}

/** What the standings of controls are read by. */
export interface StandingTerms extends StandingSight {
  /** Ids of the controls over the workloads of entities. */
  readonly entityControls: readonly string[];
  /** Ids of those over clusters. */
  readonly clusterControls: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** How all controls stand, by control. */
export interface Standings {
  /** Of controls over entities, and of those over clusters where the caller may see clusters. */
  readonly numbers: ReadonlyMap<string, StandingNumbers>;
  /** Fails that opened less those that closed; what did not change is not in it. */
  readonly changes: ReadonlyMap<string, number>;
  /** Since when changes are counted, in epoch milliseconds; undefined where nothing was swept. */
  readonly comparedSince?: number;
  readonly partial: boolean;
}

/** How one control stands in one cluster. */
export interface ClusterStanding {
  readonly cluster: string;
  readonly title?: string;
  readonly state: 'failing' | 'exempted' | 'notEvaluated' | 'clean';
  readonly subjects: number;
  readonly exemptedSubjects: number;
}

/** Fails that opened and closed in a stretch of time. */
export interface Turnover {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly opened: number;
  readonly closed: number;
}

/** Which fails of one control are counted by week. */
export interface TurnoverQuery extends StandingTerms {
  readonly control: string;
  /** Weeks up to now. */
  readonly weeks: number;
}

/** Reads how controls stand over all that a caller may see, from roll-ups and indexes. */
export interface StandingReader {
  readStandings(terms: StandingTerms): Promise<Standings>;
  /** Clusters in which something was judged, by name. */
  listClusterStandings(control: string): Promise<readonly ClusterStanding[]>;
  /** One item a week, oldest first; weeks before the first sweep are left out. */
  readTurnover(query: TurnoverQuery): Promise<readonly Turnover[]>;
}
