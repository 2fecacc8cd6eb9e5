/** The outside lists that controls map to. */
export const FRAMEWORKS = {
  nsa: 'NSA/CISA Kubernetes Hardening Guide',
  'pss-baseline': 'Pod Security Standards, baseline',
  'pss-restricted': 'Pod Security Standards, restricted',
  cis: 'CIS Kubernetes Benchmark',
  'nist-800-190': 'NIST SP 800-190',
  'owasp-k8s': 'OWASP Kubernetes Top Ten (2025)',
} as const;

/** Id of a framework. */
export type FrameworkId = keyof typeof FRAMEWORKS;

/** Which sections, checks or recommendations of each framework a control answers. */
export interface FrameworkReferences {
  /** Section codes of the guide: `P4`. */
  readonly nsa?: readonly string[];
  /** Names of Pod Security Admission's baseline checks. */
  readonly 'pss-baseline'?: readonly string[];
  /** Names of Pod Security Admission's restricted checks. */
  readonly 'pss-restricted'?: readonly string[];
  /** Recommendation numbers by edition of the benchmark; they move between editions. */
  readonly cis?: Readonly<Record<string, readonly string[]>>;
  readonly 'nist-800-190'?: readonly string[];
  readonly 'owasp-k8s'?: readonly string[];
}
