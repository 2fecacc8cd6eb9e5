import type {
  Category,
  ReasonCode,
  Severity,
  SubjectType,
} from 'security-posture-engine';
import { AttestationView } from './attestations';
import { PastSweepView } from './clusters';
import { ResourceView } from './findings';
import { ClusterView, RunningLineView } from './organisation';
import { FixFirstItem, SeverityCounts } from './posture';

/** All that the first view of a cluster's page shows, in one answer of bounded size. */
export interface ClusterOverview {
  cluster: ClusterView;
  /** What runs in it, and on how many nodes. */
  versions: RunningVersion[];
  /** UTC day on which the support dates were true: `2026-08-22`. */
  supportAsOf: string;
  /** Controls that do not apply because the provider runs the control plane. */
  providerControls: number;
  nodes: number;
  services: ClusterServices;
  /** How the score was seven days ago; absent where nothing was known then, or another profile or library scored it. */
  weekAgo?: number | null;
  fixFirst: FixFirstItem[];
  access: AccessRisks;
  namespaces: ClusterNamespaces;
  attestations: AttestationState;
  /** The last five, newest first. */
  sweeps: ClusterSweep[];
  /** ISO time of the next sweep by schedule; absent where nothing sweeps it by itself. */
  nextSweepAt?: string;
  /** Clusters to compare it with. */
  others: { name: string; title?: string }[];
}

/** Services with workloads in a cluster, as far as the caller may see them. */
export interface ClusterServices {
  total: number;
  partial: boolean;
}

/** A line of releases that runs in a cluster. */
export interface RunningVersion extends RunningLineView {
  part: 'apiServer' | 'kubelet' | 'runtime' | 'system';
  /** Nodes that run it; none of the API server. */
  nodes: number;
}

/** Who may do what a few should: bindings of a cluster that fail a control, gravest first. */
export interface AccessRisks {
  items: AccessRisk[];
  /** Findings over all pages, those that follow from others among them. */
  total: number;
  /** Findings that an approved exemption covers. */
  exempted: number;
  /** Bindings of the cluster. */
  bindings: number;
  /** Of these, those with an open finding or an exempted one. */
  risky: number;
  nextCursor?: string;
}

/** A binding that gives somebody what a few should have. */
export interface AccessRisk {
  /** Key of the finding. */
  key: string;
  control: string;
  /** The failing sentence. */
  title: string;
  severity: Severity;
  /** The binding. */
  resource: ResourceView;
  /** `ClusterRole view-all`. */
  role?: string;
  /** Those whom it names, at most ten. */
  holders: AccessHolder[];
  /** Id of the control that causes this one. */
  consequenceOf?: string;
  /** ISO times. */
  openedAt: string;
  staleSince?: string;
}

/** Somebody whom a binding names, and what that is given. */
export interface AccessHolder {
  /** `ServiceAccount ci/deployer`, `Group ops`. */
  subject: string;
  /** `get secrets`, `list secrets`; at most six. */
  rights: string[];
  /** How many more there are. */
  more: number;
}

/** Namespaces of a cluster, those of which most is open first, the cluster's own last. */
export interface ClusterNamespaces {
  items: ClusterNamespace[];
  total: number;
  /** True where the catalog shows the caller less than all services. */
  partial: boolean;
  nextCursor?: string;
}

/** A namespace with what bounds its pods. */
export interface ClusterNamespace {
  name: string;
  /** True for one of the cluster itself. */
  system: boolean;
  /** Absent where pods or policies could not be read. */
  pods?: {
    total: number;
    /** On the network of their node, which no policy reaches. */
    hostNetwork: number;
    /** Those that policies bound, by direction. */
    ingress: number;
    egress: number;
  };
  /** Why pods or policies are not known. */
  unread?: ReasonCode;
  podSecurity: {
    /** How the control on enforcement stands here. */
    outcome: 'pass' | 'fail' | 'notApplicable' | 'notEvaluated';
    reason?: ReasonCode;
    /** What the label of the namespace asks for. */
    level?: 'privileged' | 'baseline' | 'restricted';
  };
  /** Controls that the namespace itself fails, exempted ones among them. */
  failing: number;
  services: { entityRef: string; title?: string }[];
  servicesTotal: number;
}

/** What people state of a cluster. */
export interface AttestationState {
  /** In force or expired, the next to expire first; at most five. */
  items: AttestationView[];
  inForce: number;
  expired: number;
  /** Controls that a person can answer, with the statement that one in force gives. */
  attestable: AttestableControl[];
}

/** A control that only a person can answer on a cluster. */
export interface AttestableControl {
  control: string;
  /** The requirement. */
  title: string;
  severity: Severity;
  /** The attestation that a new one would replace. */
  replaces?: AttestationView;
}

/** A sweep with what it found new. */
export interface ClusterSweep extends PastSweepView {
  /** Findings that opened and closed with it; absent of one that published nothing. */
  opened?: number;
  closed?: number;
}

/** Nodes of a cluster, those of which most is open first, and what is open on them and on the control plane. */
export interface ClusterNodes {
  items: ClusterNode[];
  total: number;
  versions: RunningVersion[];
  supportAsOf: string;
  /** Why nodes are not known. */
  unread?: ReasonCode;
  nextCursor?: string;
}

/** A node with what it runs. */
export interface ClusterNode {
  name: string;
  kubelet?: RunningLineView;
  runtime?: RunningLineView;
  system?: RunningLineView;
  /** Open failing findings on it, exempted ones among them. */
  failing: SeverityCounts;
  notEvaluated: number;
}

/** How a control stands on the subjects of one cluster. */
export interface ClusterControlNumbers {
  failing: number;
  /** Subjects that pass or fail. */
  judged: number;
  notEvaluated: number;
  /** Of the failing ones, those that could not be judged again. */
  stale: number;
  exempted: number;
}

/** A control of the cluster profile on one cluster. */
export interface ClusterControl extends ClusterControlNumbers {
  control: string;
  title: string;
  failureTitle: string;
  severity: Severity;
  category: Category;
  /** What it judges. */
  subject: SubjectType;
  state: 'failing' | 'exempted' | 'notEvaluated' | 'passing' | 'notApplicable';
  /** Why it is not evaluated or not applicable, where that is one reason for all. */
  reason?: ReasonCode;
  /** True where a person's statement answers it. */
  attested: boolean;
}

/** Every control of the cluster profile on a cluster: what fails first. */
export interface ClusterControlsResponse {
  items: ClusterControl[];
}

/** Controls by clusters: how many subjects fail, of those that were judged. */
export interface ClusterMatrix {
  clusters: {
    name: string;
    title?: string;
    production: boolean;
    /** False where nothing of it was judged yet. */
    judged: boolean;
  }[];
  /** Controls that fail, or could not be judged, on some cluster; gravest first. */
  controls: ClusterMatrixRow[];
  /** Controls that pass or do not apply on every cluster. */
  quiet: number;
}

/** A control over all clusters. */
export interface ClusterMatrixRow {
  control: string;
  title: string;
  failureTitle: string;
  severity: Severity;
  category: Category;
  /** In the order of the clusters; null where nothing of it was judged there. */
  cells: (ClusterControlNumbers | null)[];
}
