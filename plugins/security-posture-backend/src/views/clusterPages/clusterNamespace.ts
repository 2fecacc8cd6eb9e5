import { ClusterNamespace } from 'backstage-plugin-security-posture-common';
import { DescribedNamespace } from 'security-posture-engine';
import {
  ClusterSubjectRecord,
  NamespaceService,
} from '../../database/ClusterDetailsReader';

/** The control that asks whether a namespace refuses pods that could take over their node. */
const ENFORCEMENT = 'namespace-psa-enforced';

/** Services that a row names. */
const SERVICES_NAMED = 5;

/** A namespace with what bounds its pods. */
export function clusterNamespace(
  { name, facts, outcomes }: ClusterSubjectRecord<DescribedNamespace>,
  services: readonly NamespaceService[],
): ClusterNamespace {
  const enforcement = outcomes.find(({ control }) => control === ENFORCEMENT);
  return {
    name,
    system: facts.system ?? false,
    ...(facts.pods ? { pods: facts.pods } : {}),
    ...(facts.unread ? { unread: facts.unread } : {}),
    podSecurity: {
      outcome: enforcement?.outcome ?? 'notEvaluated',
      ...(enforcement?.reason ? { reason: enforcement.reason } : {}),
      ...(facts.enforces ? { level: facts.enforces } : {}),
    },
    failing: outcomes.filter(
      ({ outcome, severity }) => outcome === 'fail' && severity !== 'info',
    ).length,
    services: services
      .slice(0, SERVICES_NAMED)
      .map(service => ({ ...service })),
    servicesTotal: services.length,
  };
}

/** Those of the cluster itself last; then the least enforced and least bounded first. */
export function leastBoundedFirst(
  left: ClusterNamespace,
  right: ClusterNamespace,
): number {
  return (
    Number(left.system) - Number(right.system) ||
    Number(right.podSecurity.outcome === 'fail') -
      Number(left.podSecurity.outcome === 'fail') ||
    unboundedPods(right) - unboundedPods(left) ||
    left.name.localeCompare(right.name)
  );
}

/** Pods that policies could bound and do not, counted once for each direction. */
function unboundedPods({ pods }: ClusterNamespace): number {
  if (!pods) return 0;
  return 2 * (pods.total - pods.hostNetwork) - pods.ingress - pods.egress;
}
