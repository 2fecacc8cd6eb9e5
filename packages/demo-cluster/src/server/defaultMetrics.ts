import { KubernetesVersion } from '../objects/KubernetesVersion';

/** What every API server tells at `/metrics`: its version. */
export function defaultMetrics(version: KubernetesVersion): string {
  const labels = [
    ['build_date', version.buildDate],
    ['compiler', version.compiler],
    ['git_commit', version.gitCommit],
    ['git_tree_state', version.gitTreeState],
    ['git_version', version.gitVersion],
    ['go_version', version.goVersion],
    ['major', version.major],
    ['minor', version.minor],
    ['platform', version.platform],
  ].map(([name, value]) => `${name}="${value}"`);
  return `# HELP kubernetes_build_info [ALPHA] A metric with a constant '1' value labeled by major, minor, git version, git commit, git tree state, build date, Go version, and compiler from which Kubernetes was built, and platform on which it is running.
# TYPE kubernetes_build_info gauge
kubernetes_build_info{${labels.join(',')}} 1
`;
}
