import { unlessMalformed } from '../kit/unlessMalformed';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { numberAt, objectOrEmpty, stringAt } from '../read/typedReads';
import { memoByList } from './memo';

const COUNTED = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]);

/** One autoscaler that cannot be parsed hides no other. */
const leastByTarget = memoByList(
  (autoscalers: readonly KubernetesObject[]): ReadonlyMap<string, number> =>
    new Map(
      autoscalers.flatMap(one => {
        const entry = unlessMalformed(() => entryOf(one));
        return entry ? [entry] : [];
      }),
    ),
);

/**
 * How many pods of a workload there are at least: by its autoscaler, else by `spec.replicas`.
 * Undefined for kinds that do not count their pods.
 */
export function leastReplicas(
  workload: Workload,
  autoscalers: readonly KubernetesObject[],
): number | undefined {
  const { kind, name } = workload.subject;
  if (!COUNTED.has(kind)) return undefined;
  const byAutoscaler = leastByTarget(autoscalers).get(
    `${kind} ${workload.namespace}/${name}`,
  );
  const spec = objectOrEmpty(workload.toObject(), 'spec', '');
  return byAutoscaler ?? numberAt(spec, 'replicas', 'spec') ?? 1;
}

function entryOf(autoscaler: KubernetesObject): readonly [string, number] {
  const spec = objectOrEmpty(autoscaler, 'spec', '');
  const target = objectOrEmpty(spec, 'scaleTargetRef', 'spec');
  const kind = stringAt(target, 'kind', 'spec.scaleTargetRef');
  const name = stringAt(target, 'name', 'spec.scaleTargetRef');
  const namespace = autoscaler.metadata.namespace ?? 'default';
  return [
    `${kind} ${namespace}/${name}`,
    numberAt(spec, 'minReplicas', 'spec') ?? 1,
  ];
}
