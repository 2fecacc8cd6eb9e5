/** A Kubernetes version as verdicts see it. */
export interface KubernetesVersion {
  /** The minor of 1.x. */
  readonly minor: number;
  /** The patch, where it is known. */
  readonly patch?: number;
}

/** The oldest minor of 1.x that is judged. */
export const OLDEST_MINOR = 20;

/** The newest minor of 1.x that the tables of this library know. */
export const NEWEST_MINOR = 36;

const VERSION = /^v?1\.(\d{1,3})(?:\.(\d{1,3}))?(?:[-+.].*)?\+?$/;

/**
 * Reads `1.36`, `v1.33.0-eks-a1b2` or `v1.31.1+k3s1`.
 * Answers undefined for what is no version of Kubernetes 1.x, and for one below the oldest known.
 */
export function parseKubernetesVersion(
  text: string,
): KubernetesVersion | undefined {
  const match = VERSION.exec(text.trim());
  if (!match) return undefined;
  const minor = Number(match[1]);
  if (minor < OLDEST_MINOR) return undefined;
  return match[2] === undefined
    ? { minor }
    : { minor, patch: Number(match[2]) };
}

/** The version that is judged where none is given: the newest known. */
export const DEFAULT_KUBERNETES_VERSION: KubernetesVersion = {
  minor: NEWEST_MINOR,
};

/** `1.36`. */
export function formatKubernetesVersion(version: KubernetesVersion): string {
  return `1.${version.minor}`;
}
