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
  /** The last day of support that is paid for or asked for: EKS extended, AKS LTS, Debian LTS. */
  readonly extendedEnds?: string;
  readonly latest?: string;
  /** Every patch release with its day, where the table has them. */
  readonly patches?: Readonly<Record<string, string>>;
}

/** All lines of one product, the newest first. */
export interface SupportedProduct {
  /** Id of the product as endoflife.date spells it: `kubernetes`, `amazon-eks`. */
  readonly product: string;
  readonly name: string;
  readonly link: string;
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
  | 'cri-o'
  | 'docker-engine'
  | 'ingress-nginx';

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

/** The tables that verdicts depend on. A site without a way out may bring its own, one by one. */
export interface DataTables {
  /** Until when Kubernetes, managed services, node systems and container runtimes are supported. */
  readonly supportDates: DataTable<SupportedProduct>;
  /** Vulnerabilities of Kubernetes and of what runs beside it. */
  readonly knownCves: DataTable<KnownCve>;
}
