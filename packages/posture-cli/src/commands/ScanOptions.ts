import {
  FrameworkId,
  KubernetesVersion,
  Outcome,
  Scope,
  Severity,
} from 'security-posture-engine';

/** How a report is written. */
export const FORMATS = ['table', 'json', 'sarif', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** From which severity on findings fail the call. */
export const FAIL_LEVELS = [
  'critical',
  'high',
  'medium',
  'low',
  'none',
] as const satisfies readonly (Severity | 'none')[];
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** The outcomes that a report lists where none are named. */
export const DEFAULT_OUTCOMES: readonly Outcome[] = ['fail', 'notEvaluated'];

/** The options of `posture scan`, all valid by themselves. */
export interface ScanOptions {
  readonly kubernetesVersion: KubernetesVersion;
  readonly framework?: FrameworkId;
  /** Ids that the library has. */
  readonly controls?: readonly string[];
  /** Undefined: workloads, and where controls are named, all that these judge. */
  readonly scope?: Scope;
  /** Undefined: `DEFAULT_OUTCOMES`. */
  readonly outcomes?: readonly Outcome[];
  readonly format: Format;
  readonly output?: string;
  readonly failOn: FailLevel;
}
