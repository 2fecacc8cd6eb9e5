import { ControlCounts, ScoreView, SeverityCounts } from './posture';
import { ClusterSweep } from './clusterPages';
import { SweepView } from './organisation';

/** The posture of a cluster: control plane, nodes, namespaces and bindings. Its services are scored apart. */
export interface ClusterPosture {
  /** Exempted findings taken as passes. */
  score: ScoreView;
  /** Exempted findings counted. */
  raw: ScoreView;
  /** Exempted ones left out. */
  open: SeverityCounts;
  exempted: SeverityCounts;
  /** Controls of the cluster profile by their state over all its subjects. */
  controls: ControlCounts;
  profile: string;
  library: string;
}

/** A sweep of a cluster, with what it cost. */
export interface PastSweepView extends SweepView {
  id: string;
  trigger: 'schedule' | 'request';
  /** Of one that has ended. */
  durationSeconds?: number;
  /** Objects that it read, over all lists. */
  objects: number;
  /** Lists that could not be read. */
  unreadLists: number;
}

/** A page of the sweeps of a cluster, newest first. */
export interface SweepsResponse {
  items: ClusterSweep[];
  nextCursor?: string;
}
