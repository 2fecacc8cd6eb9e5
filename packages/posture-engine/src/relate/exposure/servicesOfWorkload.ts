import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { objectOrEmpty, stringAt, stringMapAt } from '../../read/typedReads';
import { inNamespace } from '../inNamespace';
import { memoByList, memoByObject } from '../memo';
import { workloadsIn } from '../workloadsIn';

type Selector = readonly (readonly [key: string, value: string])[];

/** The labels that a Service asks for; none where it selects nothing. Remembered, for every workload of its namespace asks. */
const selectorOf = memoByObject((service: KubernetesObject): Selector => {
  const path = `Service ${service.metadata.name}`;
  const spec = objectOrEmpty(service, 'spec', path);
  return stringAt(spec, 'type', `${path}.spec`) === 'ExternalName'
    ? []
    : Object.entries(stringMapAt(spec, 'selector', `${path}.spec`));
});

/** Those of the Services of a namespace that select pods by these labels: many controls ask about the same pods. */
const selectingAmong = memoByList((services: readonly KubernetesObject[]) =>
  memoByObject((labels: Readonly<Record<string, string>>) =>
    services.filter(service => selects(selectorOf(service), labels)),
  ),
);

/**
 * The Services that lead to a workload's pods: those of its namespace whose selector the pods' labels meet.
 * Throws MalformedInput where a selector of the namespace has the wrong type.
 */
export function servicesOfWorkload(
  workload: Workload,
  services: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const candidates = inNamespace(services, workload.namespace);
  if (candidates.length === 0) return candidates;
  return selectingAmong(candidates)(workload.podLabels);
}

/** The Services of a namespace that lead to none of these workloads: what is on them is nobody else's. */
export function servicesOfNobody(
  namespace: string,
  services: readonly KubernetesObject[],
  workloads: readonly Workload[],
): readonly KubernetesObject[] {
  const labels = workloadsIn(namespace, workloads).map(
    ({ podLabels }) => podLabels,
  );
  return inNamespace(services, namespace).filter(
    service => !labels.some(one => selects(selectorOf(service), one)),
  );
}

function selects(
  selector: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => labels[key] === value)
  );
}
