/** What an adopter may decide about the rules: one value, one outcome per control. */
export interface EngineSettings {
  /** Registries that images may come from, as hosts or host suffixes with a leading dot. Undefined: not configured. */
  readonly trustedRegistries?: readonly string[];
  /** True: a CPU limit is asked for even where a CPU request is set. */
  readonly requireCpuLimit: boolean;
  /** True: an unset group fails `run-as-root-group`. */
  readonly requireRunAsGroup: boolean;
  /** True: PersistentVolumes on a host path pass, as development clusters need them. */
  readonly allowHostPathVolumes: boolean;
  /** Days after which a report of an image scanner is stale. */
  readonly imageReportDays: number;
  /** Days that a team has to take in the fix of a high vulnerability, from the day it was published. */
  readonly vulnerabilityGraceDays: number;
  /** Namespaces that the cluster itself lives in: what every other namespace is asked for (quotas, default policies) is not asked of them. */
  readonly systemNamespaces: readonly string[];
  /** Days after which a Secret that nobody wrote again is old. */
  readonly secretMaxAgeDays: number;
}

/** What holds where nothing is configured. */
export const DEFAULT_SETTINGS: EngineSettings = {
  requireCpuLimit: false,
  requireRunAsGroup: false,
  allowHostPathVolumes: false,
  imageReportDays: 7,
  vulnerabilityGraceDays: 30,
  systemNamespaces: ['kube-system', 'kube-public', 'kube-node-lease'],
  secretMaxAgeDays: 180,
};
