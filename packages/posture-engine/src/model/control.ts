import { Attestation } from './attestation';
import { DataTables } from './dataTables';
import { EvidenceLists } from './evidence';
import { FrameworkReferences } from './frameworks';
import { Judgement, Violation } from './finding';
import { JudgedSubjects, ObjectSubject } from './judgedSubject';
import { KubernetesObject } from './kubernetesObject';
import { KubernetesVersion } from './kubernetesVersion';
import { LivePod } from './livePod';
import { NotEvaluatedReason } from './outcome';
import { ControlNeed, SupportingResource } from './resources';
import { EngineSettings } from './settings';
import { Severity } from './severity';
import { SubjectRef, SubjectType } from './subject';
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
export type ControlScope =
  | 'container'
  | 'pod'
  | 'workload'
  | 'image'
  | 'serviceAccount'
  | 'namespace'
  | 'rbac'
  | 'node'
  | 'controlPlane'
  | 'cluster';

/** The scopes that the posture of an entity is made of; all others are about its cluster. */
export const WORKLOAD_SCOPES: readonly ControlScope[] = [
  'container',
  'pod',
  'workload',
  'image',
  'serviceAccount',
];

/** The levels of Pod Security Admission whose own verdicts a caller may ask for. */
export type PodSecurityLevel = 'baseline' | 'restricted';

/** The lists that a control may read, by the name under which it declared them. */
export interface InventoryLists
  extends Readonly<Record<SupportingResource, readonly KubernetesObject[]>>,
    EvidenceItems {
  readonly workloads: readonly Workload[];
  readonly livePods: readonly LivePod[];
}

type EvidenceItems = {
  readonly [Name in keyof EvidenceLists]: readonly EvidenceLists[Name][];
};

/** What Pod Security Admission would say of workloads, by our own controls. */
export interface PodSecurityVerdicts {
  /**
   * Whether Admission would let the pods of a workload in at a level of the judged Kubernetes version.
   * Undefined where nothing refuses them, but something could not be judged. Costs nothing until it is asked.
   */
  meets(workload: Workload, level: PodSecurityLevel): boolean | undefined;
}

/** What the catalog knows of the entity that a workload belongs to. */
export interface EntityFacts {
  readonly ref: string;
  readonly tags: readonly string[];
  /** Ref of the group or user that owns the entity. */
  readonly owner?: string;
}

/**
 * What a control is handed beside its subject.
 * Reading a list of `inventory` that could not be read throws MissingInput, which becomes `notEvaluated` with its reason.
 */
export interface ControlContext<Need extends ControlNeed = ControlNeed> {
  readonly inventory: Pick<InventoryLists, Need>;
  readonly kubernetesVersion: KubernetesVersion;
  /** As the API server says it: `v1.35.8-eks-1a2b3c4`. Undefined for manifests. */
  readonly serverVersion?: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly settings: EngineSettings;
  /** Facts that grow old. */
  readonly tables: DataTables;
  /** The control's own severity, which every place has that the rule neither raises nor lowers. */
  readonly severity: Severity;
  /** Set where the verdict asked for is Pod Security Admission's own. */
  readonly podSecurityLevel?: PodSecurityLevel;
  readonly podSecurity: PodSecurityVerdicts;
  /** The entity that the workload belongs to. Undefined where there is no catalog, or no owner. */
  readonly entity?: EntityFacts;
  /** The entities that a workload belongs to. Undefined where there is no catalog. */
  readonly entitiesOf?: (workload: SubjectRef) => readonly EntityFacts[];
}

/** A strategic-merge patch of a pod spec: containers and volumes are found by name. */
export type PodSpecPatch = { readonly [key: string]: unknown };

/**
 * YAML of a pod spec, or of whole manifests where a document has a `kind`; the first subject of the control's type in it is judged.
 * With surroundings of its own where those of the control do not fit.
 */
export type Example =
  | string
  | { readonly given: string; readonly surroundings: ExampleSurroundings };

/** Examples by outcome. They are docs and tests at once. */
export interface ControlExamples {
  readonly pass: readonly Example[];
  readonly fail: readonly Example[];
  readonly notApplicable?: readonly Example[];
  readonly notEvaluated?: readonly Example[];
}

/** What examples are judged with where the defaults (newest Kubernetes, no owner, nothing configured, nodes and running pods unread) cannot show the rule. */
export interface ExampleSurroundings {
  readonly kubernetesVersion?: string;
  readonly serverVersion?: string;
  readonly entity?: EntityFacts;
  /** Entities by name of their workload. */
  readonly entities?: Readonly<Record<string, readonly EntityFacts[]>>;
  readonly settings?: Partial<EngineSettings>;
  /** True: the objects are all that a sweep of a cluster read, nodes, reports, mirror pods and running pods included. */
  readonly fromCluster?: boolean;
  readonly nodes?: readonly KubernetesObject[];
  readonly livePods?: readonly LivePod[];
  /** Lists of evidence that were read; `fromCluster` reads each as empty where it is not given here. */
  readonly evidence?: Partial<EvidenceItems>;
  /** Lists that could not be read, with the reason. */
  readonly unread?: Partial<Record<ControlNeed, NotEvaluatedReason>>;
  readonly attestations?: readonly Attestation[];
  /** Epoch milliseconds; 21 November 2026 where it is not given. */
  readonly now?: number;
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
  readonly references: readonly string[];
  /** The lists that the rule reads beside its subject. Anything else cannot be read. */
  readonly needs: readonly Need[];
  /** What the control reads and by what defaults it judges, for its docs page. */
  readonly reads: string;
  /** Known false positives and disputes, and what was chosen; for its docs page. */
  readonly notes?: string;
  readonly examples: ControlExamples;
  readonly exampleSurroundings?: ExampleSurroundings;
}

/** A control over one type of subject: its words and its rule. */
export interface SubjectControl<
  Type extends SubjectType,
  Need extends ControlNeed = ControlNeed,
> extends ControlDescription<Need> {
  readonly subject: Type;
  evaluate(
    judged: JudgedSubjects[Type],
    context: ControlContext<Need>,
  ): Judgement;
  /**
   * Judges on a namespace what the control is about and what belongs to none of its workloads:
   * a Service that selects nothing, an Ingress without a backend. Nothing of the kind is `notApplicable(nothingToJudge)`.
   */
  evaluateLeftovers?(
    namespace: ObjectSubject,
    context: ControlContext<Need>,
  ): Judgement;
  /**
   * Objects that fix these violations once they are applied to the cluster, existing ones of the same name whole.
   * A pure function of the subject and its violations; undefined where no object can be given for them.
   */
  remedy?(
    subject: SubjectRef,
    violations: readonly Violation[],
  ): readonly KubernetesObject[] | undefined;
}

/** A control that judges workloads. */
export interface WorkloadControl<Need extends ControlNeed = ControlNeed>
  extends SubjectControl<'workload', Need> {
  /** True where the verdict depends on the catalog entity that owns the workload. */
  readonly needsEntity?: boolean;
  /**
   * The strategic-merge patch of the pod spec that fixes these violations.
   * A pure function of them; undefined where no field can be set for them.
   */
  patch?(violations: readonly Violation[]): PodSpecPatch | undefined;
}

/** One hardening requirement: its words and its pure rule. */
export type Control =
  | WorkloadControl
  | {
      [Type in Exclude<SubjectType, 'workload'>]: SubjectControl<Type>;
    }[Exclude<SubjectType, 'workload'>];

/** True where a control judges subjects of a type: those that it is about, and namespaces with what is left over of it. */
export function judges(control: Control, type: SubjectType): boolean {
  return (
    control.subject === type ||
    (type === 'namespace' && control.evaluateLeftovers !== undefined)
  );
}
