import { GeneratorSpec } from './GeneratorSpec';
import { componentName, systemName } from './names';
import { Random } from './Random';
import { clusterSizes, SizeNumbers } from './sizes';
import { systemWorkloads } from './systemWorkloads';
import { Quality, WorkloadPlan } from './WorkloadPlan';

const kinds = {
  Deployment: 66,
  StatefulSet: 10,
  CronJob: 12,
  Job: 5,
  DaemonSet: 0.5,
  Pod: 3,
  ReplicaSet: 1,
  ReplicationController: 0.5,
};

const qualities: Record<Quality, number> = {
  exemplary: 12,
  good: 30,
  average: 35,
  poor: 17,
  dreadful: 6,
};

const ownedShare = 0.95;

/** Pods of a workload whose count is not for us to choose. */
const fixedPods: Record<string, (size: SizeNumbers) => number> = {
  CronJob: () => 3,
  Job: () => 1,
  Pod: () => 1,
  ReplicaSet: () => 2,
  ReplicationController: () => 2,
  DaemonSet: size => size.nodesPerCluster,
};

/**
 * The workloads of a cluster apart from those of the system, with replicas such
 * that the clusters of a size have its pods together.
 */
export function planWorkloads(spec: GeneratorSpec): WorkloadPlan[] {
  const size = clusterSizes[spec.size];
  const count = size.workloads / size.clusters - systemWorkloads().length;
  const plans = Array.from({ length: count }, (_, index) =>
    planWorkload(spec, size, (spec.cluster * count + index) % size.entities),
  );
  return spreadReplicas(plans, podsLeft(plans, spec, size), spec);
}

/** How well the next workload is hardened. */
export function qualityOf(random: Random): Quality {
  return random.weighted(qualities);
}

function planWorkload(
  spec: GeneratorSpec,
  size: SizeNumbers,
  component: number,
): WorkloadPlan {
  const name = componentName(component);
  const seed = `${spec.size}/${spec.seed}/${spec.cluster}/${name}`;
  const random = new Random(seed);
  const kind = random.weighted(kinds);
  return {
    kind,
    name,
    namespace: systemName(component),
    quality: qualityOf(random),
    replicas: fixedPods[kind]?.(size) ?? 0,
    kubernetesId: random.chance(ownedShare) ? name : undefined,
    seed,
  };
}

function podsLeft(
  plans: WorkloadPlan[],
  spec: GeneratorSpec,
  size: SizeNumbers,
): number {
  const share = (upTo: number) =>
    Math.floor((size.pods * upTo) / size.clusters);
  const wanted = share(spec.cluster + 1) - share(spec.cluster);
  const system = systemWorkloads().reduce(
    (sum, { kind, replicas }) =>
      sum + (kind === 'DaemonSet' ? size.nodesPerCluster : replicas),
    0,
  );
  const fixed = plans.reduce((sum, { replicas }) => sum + replicas, 0);
  return wanted - system - fixed;
}

/** Shares pods out unevenly, each workload at least one, none left over. */
function spreadReplicas(
  plans: WorkloadPlan[],
  pods: number,
  spec: GeneratorSpec,
): WorkloadPlan[] {
  const random = new Random(
    `${spec.size}/${spec.seed}/${spec.cluster}/replicas`,
  );
  const open = plans.filter(({ replicas }) => replicas === 0);
  const weights = new Map(
    open.map(plan => [plan, 0.2 + 1.6 * random.next()] as const),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const extra = pods - open.length;
  let sum = 0;
  return plans.map(plan => {
    const weight = weights.get(plan);
    if (weight === undefined) {
      return plan;
    }
    const before = Math.round((sum / total) * extra);
    sum += weight;
    const replicas = 1 + Math.round((sum / total) * extra) - before;
    return { ...plan, replicas };
  });
}
