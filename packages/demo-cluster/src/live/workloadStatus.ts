import { JsonObject, Manifest } from '../objects/Manifest';
import { timeBefore } from './derive';
import { LiveContext } from './LiveContext';

type StatusOf = (pods: number, time: string) => JsonObject;

const condition = (type: string, reason: string, time: string) => ({
  type,
  status: 'True',
  reason,
  lastUpdateTime: time,
  lastTransitionTime: time,
});

const replicated: StatusOf = pods => ({
  observedGeneration: 1,
  replicas: pods,
  fullyLabeledReplicas: pods,
  readyReplicas: pods,
  availableReplicas: pods,
});

const statusOf: Record<string, StatusOf> = {
  Deployment: (pods, time) => ({
    observedGeneration: 1,
    replicas: pods,
    updatedReplicas: pods,
    readyReplicas: pods,
    availableReplicas: pods,
    conditions: [
      condition('Available', 'MinimumReplicasAvailable', time),
      condition('Progressing', 'NewReplicaSetAvailable', time),
    ],
  }),
  ReplicaSet: replicated,
  ReplicationController: replicated,
  StatefulSet: pods => ({
    observedGeneration: 1,
    replicas: pods,
    readyReplicas: pods,
    currentReplicas: pods,
    updatedReplicas: pods,
    availableReplicas: pods,
    collisionCount: 0,
  }),
  DaemonSet: pods => ({
    currentNumberScheduled: pods,
    numberMisscheduled: 0,
    desiredNumberScheduled: pods,
    numberReady: pods,
    observedGeneration: 1,
    updatedNumberScheduled: pods,
    numberAvailable: pods,
  }),
  Job: (pods, time) => ({
    conditions: [condition('Complete', 'CompletionsReached', time)],
    startTime: time,
    completionTime: time,
    succeeded: pods,
    terminating: 0,
    ready: 0,
  }),
  CronJob: (_pods, time) => ({
    lastScheduleTime: time,
    lastSuccessfulTime: time,
  }),
};

const dayHours = 24;

/** What its controller reports of a workload; undefined for other kinds. */
export function workloadStatus(
  workload: Manifest,
  pods: number,
  context: LiveContext,
): JsonObject | undefined {
  const { namespace, name } = workload.metadata;
  const id = `${workload.kind}/${namespace}/${name}/status`;
  return statusOf[workload.kind]?.(pods, timeBefore(context.now, id, dayHours));
}
