import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { MalformedInput } from '../../read/malformedInput';
import { declaredKubelet } from './declaredKubelet';
import { k3sKubelet } from './k3sKubelet';
import { KubeletSource } from './kubeletSource';
import { isFreshReport, kubeletReportOf, sensedKubelet } from './sensedKubelet';

/** The lists that settings of kubelets are read from, beside the nodes themselves. */
export const KUBELET_NEEDS = [
  'kubescapeKubeletInfos',
  'kubeSystemConfigMaps',
] as const;

/** What a control has to declare to ask for the settings of kubelets. */
export type KubeletNeed = (typeof KUBELET_NEEDS)[number];

/** What is known of the settings of one kubelet, by how far it can be trusted. */
export interface KubeletSettings {
  /** As a sensor on the node saw them. */
  readonly sensed?: KubeletSource;
  /** As the node was set up; it may have been changed since. */
  readonly declared?: KubeletSource;
  /** True where a report of the sensor is there that is too old to go by. */
  readonly hasStaleReport: boolean;
  /** The first source that cannot be parsed. */
  readonly malformed?: MalformedInput;
}

/**
 * The settings of the kubelet of a node: those that Kubescape's sensor saw, and those that kubeadm's ConfigMap or the arguments of
 * k3s and RKE2 declare. Lists that were not read are as good as empty.
 */
export function kubeletSettings(
  node: KubernetesObject,
  { inventory, now }: ControlContext<KubeletNeed>,
): KubeletSettings {
  const { name } = node.metadata;
  const objects = unlessMissing(() => inventory.kubescapeKubeletInfos) ?? [];
  const report = attempt(() => kubeletReportOf(name, objects));
  const fresh =
    report.value && isFreshReport(report.value, now) ? report.value : undefined;
  const configMaps = unlessMissing(() => inventory.kubeSystemConfigMaps) ?? [];
  const sensed = attempt(() => fresh && sensedKubelet(fresh, objects));
  const declared = attempt(
    () => k3sKubelet(node) ?? declaredKubelet(name, configMaps),
  );
  return {
    sensed: sensed.value,
    declared: declared.value,
    hasStaleReport: report.value !== undefined && !fresh,
    malformed: report.malformed ?? sensed.malformed ?? declared.malformed,
  };
}

/** A source that cannot be parsed hides no other. */
function attempt<T>(read: () => T): {
  readonly value?: T;
  readonly malformed?: MalformedInput;
} {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof MalformedInput) return { malformed: error };
    throw error;
  }
}
