import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineClusterControl,
  notEvaluated,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { attestedExample } from '../../kit/attestedExamples';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
} from '../../relate/controlPlane/controlPlaneFlags';
import { runningAgents } from '../../relate/runningAgents';

const ID = 'siem-alerting';
const NEEDS = ['workloads', 'prometheusRules', ...FLAG_SOURCE_NEEDS] as const;
const AUDIT_WEBHOOK = 'audit-webhook-config-file';

type Context = ControlContext<(typeof NEEDS)[number]>;

const NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring }';

export const siemAlerting = defineClusterControl({
  id: ID,
  title: 'Somebody is alerted when the cluster is attacked',
  failureTitle: 'Nobody is alerted when the cluster is attacked',
  why: 'Logs and metrics prevent nothing unless somebody is called when they show an attack.',
  fix: 'Send audit logs, the findings of threat detection and the logs of workloads to the system in which your security team looks for attacks; alert on denied requests, new bindings to cluster-admin and commands that are run in containers. Then attest it.',
  severity: 'medium',
  category: 'node',
  scope: 'cluster',
  frameworks: { nsa: ['L6', 'T2'], 'owasp-k8s': ['K10'] },
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  ],
  needs: NEEDS,
  reads:
    'Only a person can answer. As a help the finding says what there is to see: Alertmanager by the images of workloads, the number of PrometheusRules, and whether the API server sends audit events to a webhook.',
  notes:
    'None of this shows whether an alert about an attack reaches somebody who acts, so it is never counted as a pass.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [attestedExample(ID, 'pass', NAMESPACE)],
    fail: [attestedExample(ID, 'fail', NAMESPACE)],
    notEvaluated: [
      `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: alertmanager, namespace: monitoring }
spec:
  template:
    spec: { containers: [{ name: alertmanager, image: "quay.io/prometheus/alertmanager:v0.29.0" }] }`,
    ],
  },
  evaluate: (_, context): Judgement =>
    notEvaluated('manual', evidenceIn(context)),
});

/** `seen: Alertmanager, 34 PrometheusRules`; undefined where nothing is seen. What was not read is left out. */
function evidenceIn(context: Context): string | undefined {
  const { inventory, tables } = context;
  const workloads = unlessMissing(() => inventory.workloads) ?? [];
  const rules = unlessMissing(() => inventory.prometheusRules)?.length ?? 0;
  const seen = new Set(
    runningAgents('alerting', workloads, tables.agents).map(
      ({ agent }) => agent.name,
    ),
  );
  if (rules > 0)
    seen.add(`${rules} ${rules === 1 ? 'PrometheusRule' : 'PrometheusRules'}`);
  if (sendsAuditEvents(context)) seen.add('a webhook for audit events');
  return seen.size > 0 ? `seen: ${[...seen].join(', ')}` : undefined;
}

function sendsAuditEvents(context: Context): boolean {
  const source = unlessMalformed(() =>
    controlPlaneFlags(context, 'kube-apiserver'),
  );
  return (
    source?.programs.some(({ flags }) => flags.has(AUDIT_WEBHOOK)) === true
  );
}
