import { Severity } from './severity';

/** Where the facts of a table come from. */
export interface DataSource {
  readonly name: string;
  readonly url: string;
  /** Licence of the facts, where they have one. */
  readonly licence?: string;
}

/** Facts that grow old: rows, with the day on which they were true and their sources. */
export interface DataTable<Row> {
  /** UTC day, `2026-08-22`. */
  readonly asOf: string;
  readonly sources: readonly DataSource[];
  readonly rows: readonly Row[];
}

/** How long one line of releases of a product is supported. Days are UTC, `2026-08-22`. */
export interface SupportCycle {
  /** Version of the line: `1.36`, `22.04`. */
  readonly cycle: string;
  readonly released: string;
  /** The last day of support, or true or false where only that is known: it ended, it goes on. */
  readonly ends: string | boolean;
  /** The last day of extended support: EKS extended, AKS LTS, Debian LTS. */
  readonly extendedEnds?: string;
  readonly latest?: string;
  readonly latestReleased?: string;
  /** Every patch release with its day, where the table has them. */
  readonly patches?: Readonly<Record<string, string>>;
}

/** All lines of one product, the newest first. */
export interface SupportedProduct {
  /** Id of the product as endoflife.date spells it: `kubernetes`, `amazon-eks`. */
  readonly product: string;
  readonly name: string;
  readonly link: string;
  /** True where extended support comes by itself; otherwise it is paid or asked for, and nothing on a node shows that. */
  readonly extendedForEveryone?: boolean;
  readonly cycles: readonly SupportCycle[];
}

/** Programs whose version a rule can see. */
export type VulnerableComponent =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kubelet'
  | 'kube-proxy'
  | 'kubernetes'
  | 'containerd'
  | 'cri-o';

/** What has to hold beside the version, for a vulnerability to matter. */
export type CveCondition =
  | 'windowsNode'
  | 'portworxStorageClass'
  | 'gitRepoVolume'
  | 'dynamicResourceAllocation';

/** A range of versions: from `introduced` on, `0` for ever, up to and without `fixed`; no `fixed` means that there is no fix. */
export interface VersionRange {
  readonly introduced: string;
  readonly fixed?: string;
}

/** One vulnerability of a component. */
export interface KnownCve {
  /** `CVE-2025-13281` */
  readonly id: string;
  /** What an attacker can do, without a full stop. */
  readonly title: string;
  /** Where it lies; `kubernetes` where that is not known: the API server's version stands for all. */
  readonly component: VulnerableComponent;
  /** Absent where nobody rated it: the control's own severity holds. */
  readonly severity?: Severity;
  readonly affected: readonly VersionRange[];
  readonly condition?: CveCondition;
  /** True where the version alone does not prove it: then the severity is one step lower. */
  readonly possible?: boolean;
  /** What to do instead of an upgrade, in Markdown; where there is no fix. */
  readonly mitigation?: string;
  readonly references: readonly string[];
}

/** What a program that runs in clusters is for. */
export type AgentKind =
  | 'networkPolicy'
  | 'networkOnly'
  | 'nodePlugin'
  | 'logs'
  | 'metrics'
  | 'metricsServer'
  | 'alerting'
  | 'threatDetection'
  | 'endpointProtection'
  | 'console'
  | 'policyEngine'
  | 'imageVerifier'
  | 'secretStore'
  | 'serviceMesh'
  | 'vulnerabilityScanner'
  | 'backup'
  | 'retired';

/**
 * What turns a program's work on or off: an argument of its container, or a key of a ConfigMap.
 * With `on` it works at these values only, so it is off where nothing is set; with `off` it works at all others.
 */
export interface AgentSwitch {
  /** `--run-firewall`; the last of several wins. */
  readonly argument?: string;
  /** `namespace/name`, with `key`. */
  readonly configMap?: string;
  readonly key?: string;
  readonly on?: readonly string[];
  readonly off?: readonly string[];
}

/** A program that runs in clusters and matters to a control, and how to recognise it. */
export interface Agent {
  readonly id: string;
  readonly kinds: readonly AgentKind[];
  readonly name: string;
  /** Ends of image repositories, in whole parts of the path: `cilium/cilium`. The last part may end in `*`. */
  readonly images: readonly string[];
  /** `namespace/name` of the workload as which a platform runs it, where its images have no telling name. */
  readonly workloads?: readonly string[];
  /** Groups of its custom resources. */
  readonly apiGroups?: readonly string[];
  /** All of them have to be on. */
  readonly switches?: readonly AgentSwitch[];
  /** The first tag of the image with which it does the work of its first kind; tags are ordered as texts. */
  readonly enforcesFromTag?: string;
  /** Base name of the command by which one program of an image with several is told. */
  readonly command?: string;
  /** Of a console: whether it asks for a login by itself. */
  readonly ownLogin?: boolean;
}

/** Lists of checks of other tools. */
export type CheckTool = 'kubescape' | 'trivy' | 'trivy-k8s-nsa-1.0';

/** Which controls of ours a check of another tool answers. */
export interface ToolCheck {
  readonly tool: CheckTool;
  /** As the tool's documentation spells it: `C-0057`, `KSV-0017`; the number of a control in a compliance report. */
  readonly id: string;
  readonly controls: readonly string[];
  /** Of a number in a compliance report: the check that the tool judges it by. */
  readonly wiredTo?: string;
  /** True where that check is about something else, so that the number's own result must not be taken. */
  readonly miswired?: boolean;
  /** True where the check asks for what Kubernetes has no more: its result counts for nothing. */
  readonly obsolete?: boolean;
  /** How its verdict differs from ours. */
  readonly note?: string;
}

/** A distribution or managed service of Kubernetes, and what only its clusters show. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** True where the provider runs the control plane and shows none of it. */
  readonly managedControlPlane: boolean;
  /** Parts of the API server's version: `-eks-`. */
  readonly versionMarks: readonly string[];
  /** Beginnings of the keys of node labels: `eks.amazonaws.com/`. */
  readonly nodeLabels: readonly string[];
  /** Beginnings of `spec.providerID`, only where no cluster of another provider has them. */
  readonly providerIds?: readonly string[];
  /** The product of the support dates that holds its lines. */
  readonly supportProduct?: string;
  /** Its lines are `4.y` for Kubernetes `1.(y + offset)`; absent where they are Kubernetes' own. */
  readonly minorOffset?: number;
  readonly links: readonly string[];
}

/** A rule of a role, as its manifest has it. */
export interface ShippedRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

/** A role that a distribution makes, and to whom it binds it. */
export interface BuiltInBinding {
  /** Ids of providers; `kubernetes` and `kubeadm` for what clusters of any provider may have. */
  readonly distributions: readonly string[];
  /** `ClusterRole cluster-admin`, `Role kube-system/system:controller:token-cleaner`. */
  readonly role: string;
  /** Where RoleBindings bind a ClusterRole: a namespace, or `*` for any. Absent for a ClusterRoleBinding. */
  readonly namespace?: string;
  /** `User …`, `Group …`, `ServiceAccount namespace/name`; `{namespace}` is that of the binding. Empty: nobody is bound to it. */
  readonly subjects: readonly string[];
  /** What it ships with in any release; rules that no control asks about may be left out. Absent where they are not published. */
  readonly rules?: readonly ShippedRule[];
}

/** One recommendation of an edition of the CIS benchmark. Numbers move between editions. */
export interface CisRecommendation {
  /** `1.12` of the benchmark for Kubernetes, `eks-1.8.0` of that for EKS. */
  readonly edition: string;
  readonly id: string;
  /** The number of the very same recommendation in 1.12, where there is one: who passes one passes the other. */
  readonly in112?: string;
  readonly controls: readonly string[];
}

/** A sysctl that Pod Security Admission allows. */
export interface SafeSysctl {
  readonly name: string;
  /** The minor of Kubernetes 1.x from which it does; absent where it always did. */
  readonly sinceMinor?: number;
}

/** What a Linux capability means for a container that adds it. */
export interface Capability {
  /** Without the prefix `CAP_`; `ALL` for every one of them. */
  readonly name: string;
  /** `baseline`: the Pod Security Standards allow it at that level; `escape`: it alone leads out of a container. */
  readonly risk: 'baseline' | 'escape';
}

/** Where a container runtime takes orders. */
export interface RuntimeSockets {
  readonly runtime: string;
  /** Paths on the node, with /run for /var/run. */
  readonly sockets: readonly string[];
  /** Named pipes on Windows, in lower case. */
  readonly pipes?: readonly string[];
}

/** The tables that verdicts depend on. A site without a way out may bring its own, one by one. */
export interface DataTables {
  /** Until when Kubernetes, managed services, node systems and container runtimes are supported. */
  readonly supportDates: DataTable<SupportedProduct>;
  /** Vulnerabilities of Kubernetes and of what runs beside it. */
  readonly knownCves: DataTable<KnownCve>;
  /** Programs that controls look for, by their images. */
  readonly agents: DataTable<Agent>;
  /** Distributions and managed services of Kubernetes. */
  readonly providers: DataTable<Provider>;
  /** Checks of other tools, and the controls that they answer. */
  readonly toolIds: DataTable<ToolCheck>;
  /** Recommendations of the CIS benchmarks by edition, and the controls that answer them. */
  readonly cisIds: DataTable<CisRecommendation>;
  /** Sysctls that Pod Security Admission allows, by version. */
  readonly safeSysctls: DataTable<SafeSysctl>;
  /** Capabilities that are harmless to add, and those that lead out of a container. */
  readonly capabilities: DataTable<Capability>;
  /** Sockets of container runtimes. */
  readonly runtimeSockets: DataTable<RuntimeSockets>;
  /** Roles and bindings that distributions make by themselves. */
  readonly builtInBindings: DataTable<BuiltInBinding>;
}
