import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { Workload } from '../../model/workload';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import { hasDisruptionBudget } from '../../relate/disruptionBudgets';
import { leastReplicas } from '../../relate/leastReplicas';

const PROBES = ['readinessProbe', 'livenessProbe'] as const;
const ENDING = new Set(['Job', 'CronJob']);

type Context = ControlContext<
  'podDisruptionBudgets' | 'horizontalPodAutoscalers'
>;

const web = (replicas: number, probes: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: ${replicas}
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web${probes}`;

export const resilienceToDos = defineControl({
  id: 'resilience-to-dos',
  title: 'The workload goes on when a pod or a node fails',
  failureTitle: 'The workload stops when a pod or a node fails',
  why: 'A flood of requests, a node that fails or an upgrade of the cluster stops a service that has one pod, or whose pods nobody asks whether they still work.',
  fix: 'Run at least two replicas, give each container a `readinessProbe` and a `livenessProbe` that suit it, and add a PodDisruptionBudget with `maxUnavailable: 1`.',
  severity: 'info',
  category: 'node',
  scope: 'workload',
  optional: true,
  frameworks: {},
  references: [
    'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  ],
  needs: ['podDisruptionBudgets', 'horizontalPodAutoscalers'],
  reads:
    '`readinessProbe` and `livenessProbe` of app containers and sidecars; `spec.replicas`, or `minReplicas` of the HorizontalPodAutoscaler that scales the workload; and whether a PodDisruptionBudget selects its pods. Replicas and budgets are asked of Deployments, StatefulSets, ReplicaSets and ReplicationControllers that run at all; Jobs end by themselves and are not judged.',
  notes:
    'Availability, not hardening: listed as information, outside every default profile. A liveness probe that is chosen badly does more harm than none.',
  examples: {
    pass: [
      `${web(
        2,
        `
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
          livenessProbe: { httpGet: { path: /live, port: 8080 } }`,
      )}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }`,
    ],
    fail: [web(1, '')],
    notApplicable: [
      `apiVersion: batch/v1
kind: Job
metadata: { name: report, namespace: shop }
spec:
  template:
    spec: { containers: [{ name: report }] }`,
    ],
  },
  evaluate(workload, context: Context) {
    if (ENDING.has(workload.subject.kind))
      return notApplicable('nothingToJudge', 'a job ends by itself');
    const violations = [
      ...missingProbes(workload),
      ...missingReplicas(workload, context),
    ];
    return violations.length > 0 ? fail(violations) : pass();
  },
});

function missingProbes({ containers }: Workload): readonly Violation[] {
  return containers
    .filter(({ kind }) => kind === 'app' || kind === 'sidecar')
    .flatMap(container =>
      PROBES.filter(probe => !container.hasProbe(probe)).map(probe => ({
        path: `${container.path}.${probe}`,
        container: container.name,
        field: probe,
        message: `container "${container.name}" has no ${probe}`,
        expected: 'a probe that suits it',
      })),
    );
}

function missingReplicas(
  workload: Workload,
  { inventory }: Context,
): readonly Violation[] {
  const replicas = leastReplicas(workload, inventory.horizontalPodAutoscalers);
  if (!replicas) return [];
  const violations: Violation[] = [];
  if (replicas < 2)
    violations.push({
      path: 'spec.replicas',
      field: 'spec.replicas',
      message: 'only one pod may run',
      actual: replicas,
      expected: 'at least 2',
    });
  if (!hasDisruptionBudget(workload, inventory.podDisruptionBudgets))
    violations.push({
      path: `${workload.templateMetadataPath}.labels`,
      field: 'PodDisruptionBudget',
      message: 'no PodDisruptionBudget selects the pods',
      expected: 'a PodDisruptionBudget with maxUnavailable: 1',
    });
  return violations;
}
