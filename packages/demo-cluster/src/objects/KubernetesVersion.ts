/** What `/version` tells. */
export interface KubernetesVersion {
  major: string;
  minor: string;
  gitVersion: string;
  gitCommit: string;
  gitTreeState: string;
  buildDate: string;
  goVersion: string;
  compiler: string;
  platform: string;
}

/** @throws Error if the text is no version such as `v1.35.8` or `v1.34.2-gke.5`. */
export function parseKubernetesVersion(gitVersion: string): KubernetesVersion {
  const match = /^v(\d+)\.(\d+)\.\d+/.exec(gitVersion);
  if (!match) {
    throw new Error(
      `'${gitVersion}' is not a Kubernetes version such as 'v1.35.8'`,
    );
  }
  return {
    major: match[1],
    minor: match[2],
    gitVersion,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'go1.25.0',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
