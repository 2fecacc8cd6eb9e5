import { KubernetesObject } from '../model/kubernetesObject';
import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { LabelledPods } from './LabelledPods';
import { memoByList } from './memo';
import { podSelectorOf } from './networkPolicies/kubernetesPolicies';
import { workloadsIn } from './workloadsIn';
import { addTo } from './addTo';

type Labels = Readonly<Record<string, string>>;

/** The pods that policies may select. Running ones are asked for only where no template is selected. */
export interface PodInventory {
  readonly workloads: readonly Workload[];
  readonly livePods: readonly LivePod[];
}

const labelsByNamespace = memoByList((livePods: readonly LivePod[]) => {
  const index = new Map<string, Labels[]>();
  for (const { namespace, labels = {} } of livePods) {
    addTo(index, namespace, labels);
  }
  return index;
});

/** The NetworkPolicies among these, all of one namespace, that select neither a pod template nor a running pod of it. */
export function policiesWithoutPods(
  namespace: string,
  policies: readonly KubernetesObject[],
  inventory: PodInventory,
): readonly KubernetesObject[] {
  const among = (
    candidates: readonly KubernetesObject[],
    labels: readonly Labels[],
  ) => {
    const pods = new LabelledPods(labels);
    return candidates.filter(policy => !pods.some(podSelectorOf(policy)));
  };
  const left = among(
    policies,
    workloadsIn(namespace, inventory.workloads).map(
      ({ podLabels }) => podLabels,
    ),
  );
  return left.length === 0
    ? left
    : among(left, labelsByNamespace(inventory.livePods).get(namespace) ?? []);
}
