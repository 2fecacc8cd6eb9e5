import { Labels, Manifest } from '../objects/Manifest';
import { ManifestSource, sourceOf } from '../objects/ManifestSource';
import { Companion, companionManifest, companionsOf } from './companionObjects';
import { GeneratorSpec } from './GeneratorSpec';
import { namespaceObjects } from './namespaceObjects';
import { nodeManifest } from './nodeManifest';
import { planWorkloads } from './planWorkloads';
import { clusterSizes } from './sizes';
import { systemManifest, systemWorkloads } from './systemWorkloads';
import {
  apiVersionOfKind,
  labelsOf,
  workloadManifest,
} from './workloadManifest';
import { WorkloadPlan } from './WorkloadPlan';

/**
 * What somebody applied to one cluster of a size: its nodes, namespaces,
 * workloads from exemplary to dreadful, and what comes with them. The same spec
 * gives the same cluster.
 *
 * Workloads and companions are written out only when they are read, and their
 * pods too once they are live. So a served cluster of size L or XL (2,000
 * workloads, 6,000 pods, 20,000 objects) takes about 25 MB before its first list.
 *
 * @throws RangeError if the size has no such cluster.
 */
export function generateCluster(spec: GeneratorSpec): ManifestSource[] {
  const size = clusterSizes[spec.size];
  if (
    !Number.isInteger(spec.cluster) ||
    spec.cluster < 0 ||
    spec.cluster >= size.clusters
  ) {
    throw new RangeError(
      `size ${spec.size} has clusters 0 to ${size.clusters - 1}, not ${
        spec.cluster
      }`,
    );
  }
  const plans = planWorkloads(spec);
  const seed = `${spec.size}/${spec.seed}/${spec.cluster}`;
  const namespaces = new Set(plans.map(plan => plan.namespace));
  const written: Manifest[] = [
    ...Array.from({ length: size.nodesPerCluster }, (_, index) =>
      nodeManifest(index),
    ),
    ...[...namespaces].flatMap(name => namespaceObjects(name, seed)),
    ...systemWorkloads().flatMap(workload => [
      systemAccount(workload.name),
      systemManifest(workload),
    ]),
  ];
  return [...written.map(sourceOf), ...plans.flatMap(plannedSources)];
}

function systemAccount(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: 'kube-system' },
  };
}

function plannedSources(plan: WorkloadPlan): ManifestSource[] {
  const { kind, name, namespace } = plan;
  const labels = labelsOf(plan);
  const workload: ManifestSource = {
    apiVersion: apiVersionOfKind(kind),
    kind,
    namespace,
    name,
    labels,
    read: () => workloadManifest(plan),
  };
  return [
    workload,
    ...companionsOf(plan).map(companion =>
      companionSource(companion, plan, labels),
    ),
  ];
}

function companionSource(
  companion: Companion,
  plan: WorkloadPlan,
  labels: Labels,
): ManifestSource {
  const { apiVersion, kind, clusterScoped } = companion;
  const { namespace, name } = plan;
  return {
    apiVersion,
    kind,
    ...(!clusterScoped && { namespace }),
    name: clusterScoped ? `${namespace}-${name}` : name,
    labels,
    read: () => companionManifest(companion, plan),
  };
}
