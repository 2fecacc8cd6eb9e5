/** One check on files of a control plane. */
export interface FileCheck {
  /** Number of the recommendation in CIS 1.12. */
  readonly cis: string;
  /** Number of Trivy's check: 48 for `KCV-0048`. */
  readonly kcv: number;
  /** The files, and what is asked of them. */
  readonly what: string;
}

const FILES = [
  'manifest of the API server',
  'manifest of the controller manager',
  'manifest of the scheduler',
  'manifest of etcd',
  'files of the container network',
  'data of etcd',
  'admin.conf',
  'scheduler.conf',
  'controller-manager.conf',
];

/** The first checks come in pairs, on mode and owner of the same file; the last three are on the folder of keys. */
const PAIRS = FILES.flatMap(file => [
  `mode of the ${file}`,
  `owner of the ${file}`,
]);
const KEYS = [
  'owner of the folder of keys',
  'mode of its certificates',
  'mode of its keys',
];
const FIRST_KCV = 48;

/**
 * Section 1.1 of the CIS benchmark. Trivy's checks KCV-0048 to KCV-0068 are the same in the same order
 * (aquasecurity/trivy-checks, checks/kubernetes/cisbenchmarks).
 */
export const FILE_CHECKS: readonly FileCheck[] = [...PAIRS, ...KEYS].map(
  (what, index) => ({ cis: `1.1.${index + 1}`, kcv: FIRST_KCV + index, what }),
);
