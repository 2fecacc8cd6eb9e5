import type {
  Category,
  ControlScope,
  FrameworkId,
  FrameworkReferences,
  ReasonCode,
  Severity,
  SubjectType,
} from 'security-posture-engine';
import type { ControlView } from './controls';

/** On how many a control fails, passes or could not be judged. Each entity or cluster is in one of the first four. */
export interface StandingNumbers {
  /** On which something fails without an exemption. */
  failing: number;
  /** On which exemptions cover all that fails. */
  exempted: number;
  /** On which nothing could be said of some of it, and nothing fails. */
  notEvaluated: number;
  /** On which all of it was judged and nothing fails; those on which there is nothing to judge among them. */
  clean: number;
  /** Workloads, images, nodes and the like that fail, exempted ones left out. What belongs to two entities counts for each. */
  subjects: number;
  /** Those that an approved exemption covers. */
  exemptedSubjects: number;
}

/** A control, and how it stands over what the caller may see. */
export interface ControlStanding {
  id: string;
  title: string;
  severity: Severity;
  category: Category;
  /** What it judges. */
  subject: SubjectType;
  scope: ControlScope;
  /** True: judged and listed, but outside the default profile, so that nothing of it is summed up. */
  optional: boolean;
  frameworks: FrameworkReferences;
  /** What the numbers count: entities, for what their workloads are made of, else clusters. */
  over: 'entities' | 'clusters';
  /** Null where nothing was judged, where nothing is summed up, or where the caller may not see it. */
  numbers: StandingNumbers | null;
  /** Fails that opened less those that closed since `comparedSince`; null where there is nothing to compare with. */
  change: number | null;
}

/** How all controls stand, in the order of the library. */
export interface ControlStandingsResponse {
  library: string;
  items: ControlStanding[];
  /** ISO time: 30 days ago, or the first sweep where that is later. Absent where nothing was swept. */
  comparedSince?: string;
  /** True where the caller may see less than everything. Never says how much. */
  partial: boolean;
}

/** How a control stands in one cluster. */
export interface ControlInCluster {
  cluster: string;
  title?: string;
  state: 'failing' | 'exempted' | 'notEvaluated' | 'clean';
  /** Subjects that fail, exempted ones left out. */
  subjects: number;
  exemptedSubjects: number;
}

/** Why a control could not be judged on a whole cluster. */
export interface ControlGap {
  cluster: string;
  title?: string;
  reason: ReasonCode;
  /** ISO time. */
  since: string;
}

/** What a framework asks for that a control answers. */
export interface AskedFor {
  framework: FrameworkId;
  title: string;
  edition: string;
  /** Where the framework is published. */
  source: string;
  items: { id: string; title: string }[];
}

/** What fixes one of the examples of a control that fail. */
export interface ExampleFix {
  /** Its place among the examples that fail, counted from 0. */
  example: number;
  /** A strategic-merge patch as YAML, and what it patches. */
  patch?: {
    apiVersion: string;
    kind: string;
    namespace?: string;
    name: string;
    strategicMerge: string;
  };
  /** YAML documents to apply. */
  manifests?: string;
}

/** Fails of a control that opened and closed in one week. */
export interface ControlWeek {
  /** The first day, in UTC. */
  from: string;
  opened: number;
  closed: number;
}

/** A control in words, with what its page shows of how it stands. Its examples are YAML in block style. */
export interface ControlStandingDetails {
  control: ControlView;
  standing: ControlStanding;
  comparedSince?: string;
  askedFor: AskedFor[];
  exampleFix?: ExampleFix;
  /** The last twelve weeks, oldest first; those before the first sweep left out. */
  weeks: ControlWeek[];
  /** Of a control over clusters. Absent without the permission to read clusters. */
  clusters?: ControlInCluster[];
  /** Absent without the permission to read clusters. */
  gaps?: ControlGap[];
  partial: boolean;
}
