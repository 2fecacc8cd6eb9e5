import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { ingressBackends } from './exposure/ingressBackends';
import { servicesOfWorkload } from './exposure/servicesOfWorkload';
import { inNamespace } from './inNamespace';

/**
 * The Ingresses that lead to a workload's pods: by a Service of the namespace that one of their backends names
 * and whose selector the pods' labels meet. Throws MalformedInput where one of the namespace has a value of the wrong type.
 */
export function ingressesOfWorkload(
  workload: Workload,
  ingresses: readonly KubernetesObject[],
  services: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const candidates = inNamespace(ingresses, workload.namespace);
  if (candidates.length === 0) return [];
  const own = new Set(
    servicesOfWorkload(workload, services).map(({ metadata }) => metadata.name),
  );
  if (own.size === 0) return [];
  return candidates.filter(ingress =>
    ingressBackends(ingress).some(name => own.has(name)),
  );
}
