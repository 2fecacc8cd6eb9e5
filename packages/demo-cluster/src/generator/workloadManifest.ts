import { JsonObject, Labels, Manifest } from '../objects/Manifest';
import { podSpecOf } from './podSpecOf';
import { Random } from './Random';
import { WorkloadPlan } from './WorkloadPlan';

const apiVersions: Record<string, string> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Pod: 'v1',
  ReplicationController: 'v1',
};

export function apiVersionOfKind(kind: string): string {
  return apiVersions[kind];
}

/** The labels of a generated workload, the catalog's among them. */
export function labelsOf({
  name,
  namespace,
  kubernetesId,
}: WorkloadPlan): Labels {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': namespace,
    ...(kubernetesId && { 'backstage.io/kubernetes-id': kubernetesId }),
  };
}

/** Writes a generated workload out. */
export function workloadManifest(plan: WorkloadPlan): Manifest {
  const { kind, name, namespace } = plan;
  return {
    apiVersion: apiVersions[kind],
    kind,
    metadata: { name, namespace, labels: labelsOf(plan) },
    spec: kind === 'Pod' ? podSpecOf(plan) : controllerSpec(plan),
  };
}

function controllerSpec(plan: WorkloadPlan): JsonObject {
  const { kind, name, replicas } = plan;
  const template = {
    metadata: { labels: labelsOf(plan) },
    spec: podSpecOf(plan),
  };
  const selected = { 'app.kubernetes.io/name': name };
  switch (kind) {
    case 'Job':
      return { backoffLimit: 2, template };
    case 'CronJob':
      return {
        schedule: scheduleOf(plan),
        jobTemplate: {
          metadata: { labels: labelsOf(plan) },
          spec: { template },
        },
      };
    case 'DaemonSet':
      return { selector: { matchLabels: selected }, template };
    case 'ReplicationController':
      return { replicas, selector: selected, template };
    case 'StatefulSet':
      return {
        replicas,
        serviceName: name,
        selector: { matchLabels: selected },
        template: withDataMount(template),
        volumeClaimTemplates: [dataClaim()],
      };
    default:
      return { replicas, selector: { matchLabels: selected }, template };
  }
}

function scheduleOf(plan: WorkloadPlan): string {
  const hour = Math.floor(new Random(`${plan.seed}/schedule`).next() * 24);
  return `0 ${hour} * * *`;
}

function withDataMount(template: { metadata: JsonObject; spec: JsonObject }) {
  const [main, ...others] = template.spec.containers as JsonObject[];
  const mounts = main.volumeMounts as JsonObject[];
  const mounted = {
    ...main,
    volumeMounts: [...mounts, { name: 'data', mountPath: '/data' }],
  };
  return {
    ...template,
    spec: { ...template.spec, containers: [mounted, ...others] },
  };
}

function dataClaim(): JsonObject {
  return {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
    },
  };
}
