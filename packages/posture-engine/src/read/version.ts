/** A version of a program, in parts that can be compared. */
export interface Version {
  /** Major, minor and patch; what is not written is 0. */
  readonly numbers: readonly [number, number, number];
  /** `rc.1`; a version with one comes before the same without. */
  readonly preRelease?: string;
  /** What its builder added: `eks-a1b2c3`, `gke.1499000`, `k3s1`, `ubuntu0.24.04.1`. */
  readonly build?: string;
}

const VERSION =
  /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[-+~]([\w.+~-]{1,100}))?\+?$/;
const PRE_RELEASE = /^(?:alpha|beta|rc)(?:$|[.\d])/;

/**
 * Reads `1.33.0-eks-a1b2`, `v1.31.1+k3s1`, `2.0.0-rc.1`, `27.5` or `1.33+`.
 * Undefined for what is no version.
 */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text.trim());
  if (!match) return undefined;
  const [, major, minor = '0', patch = '0', rest] = match;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    ...(rest === undefined ? {} : restOf(rest)),
  };
}

function restOf(rest: string): Pick<Version, 'preRelease' | 'build'> {
  if (!PRE_RELEASE.test(rest)) return { build: rest };
  const [preRelease, build] = rest.split('+');
  return { preRelease, ...(build ? { build } : {}) };
}

/** Below 0 where one comes before the other, above 0 where it comes after. What the builder added does not count. */
export function compareVersions(one: Version, other: Version): number {
  for (let part = 0; part < one.numbers.length; part++) {
    const difference = one.numbers[part] - other.numbers[part];
    if (difference !== 0) return difference;
  }
  return comparePreReleases(one.preRelease, other.preRelease);
}

function comparePreReleases(
  one: string | undefined,
  other: string | undefined,
): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one.localeCompare(other, 'en', { numeric: true });
}
