import { FrameworkReferences } from './frameworks';
import { Judgement, Violation } from './finding';
import { KubernetesObject } from './kubernetesObject';
import { KubernetesVersion } from './kubernetesVersion';
import { LivePod } from './livePod';
import { ControlNeed, SupportingResource } from './resources';
import { EngineSettings } from './settings';
import { Severity } from './severity';
import { SubjectRef } from './subject';
import { Workload } from './workload';

/** Sections A1 to A7 of the catalogue. */
export type Category =
  | 'podSpec'
  | 'image'
  | 'network'
  | 'rbac'
  | 'version'
  | 'controlPlane'
  | 'node';

/** What part of its subject a control looks at. */
export type ControlScope = 'container' | 'pod' | 'workload' | 'cluster';

/** The levels of Pod Security Admission whose own verdicts a caller may ask for. */
export type PodSecurityLevel = 'baseline' | 'restricted';

/** The lists that a control may read, by the name under which it declared them. */
export interface InventoryLists
  extends Readonly<Record<SupportingResource, readonly KubernetesObject[]>> {
  readonly workloads: readonly Workload[];
  readonly livePods: readonly LivePod[];
}

/** What the catalog knows of the entity that a workload belongs to. */
export interface EntityFacts {
  readonly ref: string;
  readonly tags: readonly string[];
}

/**
 * What a control is handed beside its subject.
 * Reading a list of `inventory` that could not be read throws MissingInput, which becomes `notEvaluated` with its reason.
 */
export interface ControlContext<Need extends ControlNeed = ControlNeed> {
  readonly inventory: Pick<InventoryLists, Need>;
  readonly kubernetesVersion: KubernetesVersion;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly settings: EngineSettings;
  /** The control's own severity, which every place has that the rule neither raises nor lowers. */
  readonly severity: Severity;
  /** Set where the verdict asked for is Pod Security Admission's own. */
  readonly podSecurityLevel?: PodSecurityLevel;
  /** The entity that the workload belongs to. Undefined where there is no catalog, or no owner. */
  readonly entity?: EntityFacts;
}

/** A strategic-merge patch of a pod spec: containers and volumes are found by name. */
export type PodSpecPatch = { readonly [key: string]: unknown };

/** YAML of a pod spec, or of whole manifests where a document has a `kind`; the first workload in it is judged. */
export type Example = string;

/** Examples by outcome. They are docs and tests at once. */
export interface ControlExamples {
  readonly pass: readonly Example[];
  readonly fail: readonly Example[];
  readonly notApplicable?: readonly Example[];
}

/** What examples are judged with where the defaults (newest Kubernetes, no owner, nothing configured, nodes and running pods unread) cannot show the rule. */
export interface ExampleSurroundings {
  readonly kubernetesVersion?: string;
  readonly entity?: EntityFacts;
  readonly settings?: Partial<EngineSettings>;
  readonly nodes?: readonly KubernetesObject[];
  readonly livePods?: readonly LivePod[];
}

/** The words of a control, and what it needs: all but its rule. */
export interface ControlDescription<Need extends ControlNeed = ControlNeed> {
  /** Kebab-case id of the catalogue, never renamed or reused. */
  readonly id: string;
  /** The requirement. */
  readonly title: string;
  /** What a failing row says. */
  readonly failureTitle: string;
  /** One sentence that a service owner understands. */
  readonly why: string;
  /** What to do, in Markdown; ends with a full stop. */
  readonly fix: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly scope: ControlScope;
  /** True: judged and listed, but it counts only in a profile that names it. */
  readonly optional?: boolean;
  readonly frameworks: FrameworkReferences;
  /** Where to read more: https addresses of the standard or of the documentation of Kubernetes. */
  readonly references?: readonly string[];
  /** The lists that the rule reads beside its subject. Anything else cannot be read. */
  readonly needs: readonly Need[];
  /** What the control reads and by what defaults it judges, for its docs page. */
  readonly reads: string;
  /** Known false positives and disputes, and what was chosen; for its docs page. */
  readonly notes?: string;
  readonly examples: ControlExamples;
  readonly exampleSurroundings?: ExampleSurroundings;
}

/** A control that judges workloads. */
export interface WorkloadControl<Need extends ControlNeed = ControlNeed>
  extends ControlDescription<Need> {
  readonly subject: 'workload';
  /** True where the verdict depends on the catalog entity that owns the workload. */
  readonly needsEntity?: boolean;
  evaluate(workload: Workload, context: ControlContext<Need>): Judgement;
  /**
   * The strategic-merge patch of the pod spec that fixes these violations.
   * A pure function of them; undefined where no field can be set for them.
   */
  patch?(violations: readonly Violation[]): PodSpecPatch | undefined;
}

/** A control that judges a cluster as a whole. */
export interface ClusterControl<Need extends ControlNeed = ControlNeed>
  extends ControlDescription<Need> {
  readonly subject: 'cluster';
  evaluate(cluster: SubjectRef, context: ControlContext<Need>): Judgement;
}

/** One hardening requirement: its words and its pure rule. */
export type Control = WorkloadControl | ClusterControl;
