import { ResourceView } from './findings';
import {
  BlockingCounts,
  Grade,
  PostureState,
  Readiness,
  ReadinessReason,
  SeverityCounts,
} from './posture';

/** Entities that one request for facts may name. */
export const MOST_ENTITY_REFS = 5_000;

/** Of which entities to answer with facts. */
export interface PosturesByRefsRequest {
  /** Full refs, at most `MOST_ENTITY_REFS`; one that is named twice is answered once. */
  entityRefs: string[];
}

/** What is known of one entity, flat, for rules to go by. What is not known is null or false, never a pass. */
export interface PostureFacts {
  /** In lower case, as the catalog compares refs. */
  entityRef: string;
  state: PostureState;
  readiness: Readiness;
  /** 0 to 100, with exempted findings taken as passes; null where nothing, or less than half, was judged. */
  score: number | null;
  /** 0 to 100, with exempted findings counted like any other. */
  raw: number | null;
  grade: Grade | null;
  /** 0 to 1; null where there was nothing to judge. */
  coverage: number | null;
  /** Over all its clusters; exempted ones left out. */
  open: SeverityCounts;
  workloads: number;
  /**
   * For each control of the profile, by `factName`, whether it was judged on all workloads that it applies to and fails on none,
   * exempted findings taken as passes.
   */
  controls: Record<string, boolean>;
  /** Since the oldest last complete sweep among its clusters that had one; null where none had. */
  scanAgeSeconds: number | null;
  /** Those of its clusters of which nothing, or nothing fresh, is known. */
  clustersFailed: number;
}

/** The facts of many entities. */
export interface PosturesByRefsResponse {
  /** One for each entity that the caller may see, scanned or not, in the order of the request. */
  items: PostureFacts[];
  /** Refs in lower case that the catalog does not have, or does not show to the caller. */
  notFound: string[];
}

/** An open finding that keeps an entity from being ready. */
export interface GateBlocker {
  /** Of the finding: `GET findings/{key}` tells the rest. */
  key: string;
  control: string;
  /** What is wrong, in a sentence. */
  title: string;
  severity: keyof BlockingCounts;
  resource: ResourceView;
  /** False for what follows from another finding, and is exempted with that. */
  exemptable: boolean;
  /** Id of the control that causes it. */
  consequenceOf?: string;
}

/** The answer to a pipeline that asks whether an entity may go to production. */
export interface GateView {
  entityRef: string;
  /** `pass` where the entity is ready, and nowhere else: what is not known blocks. */
  verdict: 'pass' | 'block';
  readiness: Readiness;
  reasons: ReadinessReason[];
  /** The first 20 of the open critical and high findings that readiness counts, gravest first; exempted ones left out. */
  blockers: GateBlocker[];
  /** How many there are. */
  blockersTotal: number;
  /** 0 to 100, with exempted findings taken as passes; null where nothing, or less than half, was judged. */
  score: number | null;
  grade: Grade | null;
  /** 0 to 1; null where there was nothing to judge. */
  coverage: number | null;
  /** ISO time of the oldest last complete sweep among its clusters; absent where none was ever swept. */
  asOf?: string;
}
