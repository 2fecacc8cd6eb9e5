import { Grade, PostureState, Readiness, SeverityCounts } from './posture';

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
