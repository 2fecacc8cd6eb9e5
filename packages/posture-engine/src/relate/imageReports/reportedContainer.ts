import { KubernetesObject } from '../../model/kubernetesObject';

/** Which container of which object a report is about, as the report itself says it. */
export interface ReportedContainer {
  readonly namespace: string;
  /** The kind and name that were scanned: of a Deployment, one of its ReplicaSets. */
  readonly kind: string;
  readonly name: string;
  readonly container: string;
}

const LABELS = [
  {
    kind: 'trivy-operator.resource.kind',
    name: 'trivy-operator.resource.name',
    namespace: 'trivy-operator.resource.namespace',
    container: 'trivy-operator.container.name',
  },
  {
    kind: 'kubescape.io/workload-kind',
    name: 'kubescape.io/workload-name',
    namespace: 'kubescape.io/workload-namespace',
    container: 'kubescape.io/workload-container-name',
  },
] as const;

/**
 * Reads from the labels of a report whom it is about. A name that is too long for a label is taken from the owner reference.
 * Undefined for a report that does not say.
 */
export function reportedContainer({
  metadata,
}: KubernetesObject): ReportedContainer | undefined {
  const labels = metadata.labels ?? {};
  const { ownerReferences } = metadata;
  for (const keys of LABELS) {
    const kind = labels[keys.kind];
    const name = labels[keys.name] ?? ownerNamed(kind, ownerReferences);
    const container = labels[keys.container];
    const namespace = labels[keys.namespace] ?? metadata.namespace;
    if (kind && name && container && namespace)
      return { namespace, kind, name, container };
  }
  return undefined;
}

function ownerNamed(
  kind: string | undefined,
  owners: KubernetesObject['metadata']['ownerReferences'],
): string | undefined {
  return owners?.find(owner => owner.kind === kind)?.name;
}
