import { Severity } from '../model/severity';

/** The programs of a control plane whose flags are judged. */
export type ControlPlaneComponent =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd';

/** What is asked of the value of a flag. */
export type FlagTest =
  /** It is set, to whatever. */
  | { readonly is: 'set' }
  | { readonly is: 'unset' }
  /** Booleans are equal however they are spelled. */
  | { readonly is: 'equals'; readonly value: string }
  | { readonly is: 'oneOf'; readonly values: readonly string[] }
  | { readonly is: 'atLeast'; readonly value: number }
  /** A duration of Go: `1m30s`. */
  | { readonly is: 'atMostSeconds'; readonly value: number }
  | { readonly is: 'atLeastSeconds'; readonly value: number }
  /** Of a list with commas. */
  | { readonly is: 'including'; readonly value: string }
  | { readonly is: 'without'; readonly values: readonly string[] }
  /** Loopback addresses only. */
  | { readonly is: 'loopback' }
  /** A list of https addresses. */
  | { readonly is: 'httpsUrls' }
  /** Cipher suites with forward secrecy and authenticated encryption only. */
  | { readonly is: 'strongSuites' };

/** A default that changed: the value that holds below a minor of 1.x. */
export interface EarlierDefault {
  readonly below: number;
  readonly value: string;
}

/** What a control asks of one flag of a program. */
export interface FlagQuestion {
  /** Without dashes. */
  readonly flag: string;
  /** Another flag that does as well. */
  readonly orFlag?: string;
  /** What is asked of that other flag, where it is not the same. */
  readonly orAsks?: FlagTest;
  readonly asks: FlagTest;
  /** What holds where it is not set; absent where nothing does. */
  readonly default?: string;
  readonly earlierDefault?: EarlierDefault;
  /** What holds instead where another flag of the program, a list, names a value. */
  readonly defaultWith?: {
    readonly flag: string;
    readonly names: string;
    readonly default: string;
  };
  /** A flag that names a file in which this one may be set instead. */
  readonly fileFlag?: string;
  /** Severity of a failure, where it is not the control's own. */
  readonly severity?: Severity;
  /** What a pass carries along where the flag is not set. */
  readonly noteIfUnset?: string;
}

/** One row of the table of flags of the control plane. */
export interface FlagRule extends FlagQuestion {
  /** Id of the control. */
  readonly control: string;
  readonly component: ControlPlaneComponent;
  /** The first minor of 1.x that has the flag no more. */
  readonly removedIn?: number;
  /** Number of the recommendation in CIS 1.12, by which kube-bench reports it. */
  readonly cis?: string;
  /** Number of Trivy's check: 18 for `KCV-0018`. */
  readonly kcv?: number;
  /** True where those tools let more pass than this row: only their failures count. */
  readonly importsProveFailuresOnly?: boolean;
  /** True for what other tools ask no more: a report of theirs need not speak of it. */
  readonly onlyWhereVisible?: boolean;
}

/** Rows of one program by the id of their control. */
export type RulesByControl = Readonly<
  Record<string, readonly Omit<FlagRule, 'control' | 'component'>[]>
>;
