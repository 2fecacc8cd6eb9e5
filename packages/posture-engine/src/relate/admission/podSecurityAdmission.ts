import { itemsOf } from '../../kit/flags/flagTest';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { MetricSample } from '../../model/evidence';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
} from '../controlPlane/controlPlaneFlags';
import { memoByLists } from '../memo';
import { labelledLevel } from './podSecurityLabels';

/** The lists that tell whether and how Pod Security Admission works. */
export const POD_SECURITY_NEEDS = [
  ...FLAG_SOURCE_NEEDS,
  'apiServerMetrics',
  'namespaces',
] as const;

/** What a control has to declare to ask for it. */
export type PodSecurityNeed = (typeof POD_SECURITY_NEEDS)[number];

/** The minor of 1.x since which Pod Security Admission is on by default. */
const ON_SINCE = 23;
const EVALUATIONS = 'pod_security_evaluations_total';
const REFUSING_LEVELS = ['baseline', 'restricted'];

/**
 * Whether labels of namespaces have any effect: not below Kubernetes 1.23, nor where the flags of an API server turn the plug-in off.
 * Flags that nothing shows are taken for the default, which is on.
 */
export function podSecurityIs(
  context: ControlContext<PodSecurityNeed>,
): 'on' | 'off' | 'notYetThere' {
  if (context.kubernetesVersion.minor < ON_SINCE) return 'notYetThere';
  const source = unlessMalformed(() =>
    controlPlaneFlags(context, 'kube-apiserver'),
  );
  const isOff = source?.programs.some(({ flags }) =>
    (flags.get('disable-admission-plugins')?.values ?? []).some(value =>
      itemsOf(value).includes('PodSecurity'),
    ),
  );
  return isOff ? 'off' : 'on';
}

const unexplainedLevel = memoByLists(
  (
    samples: readonly MetricSample[],
    namespaces: readonly KubernetesObject[],
  ): { readonly level?: string } => {
    const explained = new Set<string | undefined>(
      namespaces.map(
        namespace => unlessMalformed(() => labelledLevel(namespace))?.level,
      ),
    );
    const counted = samples.find(
      ({ name, labels, value }) =>
        name === EVALUATIONS &&
        labels.mode === 'enforce' &&
        value > 0 &&
        REFUSING_LEVELS.includes(labels.policy_level) &&
        !explained.has(labels.policy_level),
    );
    return counted ? { level: counted.labels.policy_level } : {};
  },
);

/**
 * A level at which the API server, by its own count, judged pods, and that no namespace asks for by its label:
 * then a default exists that only the files of the API server show. Undefined where there is none, or nothing was counted.
 */
export function hiddenDefaultLevel({
  inventory,
}: ControlContext<PodSecurityNeed>): string | undefined {
  const samples = unlessMissing(() => inventory.apiServerMetrics);
  return samples && unexplainedLevel(samples, inventory.namespaces).level;
}
