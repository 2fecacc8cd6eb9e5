import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { notEvaluated, pass, unlessMissing } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverAuditLog = defineFlagControl({
  id: 'apiserver-audit-log',
  title: 'The API server writes an audit log',
  failureTitle: 'The API server writes no audit log',
  why: 'Without an audit log nobody can tell, after a break-in, who did what and since when.',
  fix: `Give every API server a policy and a place to write to, and mount both into its pod:

\`\`\`
--audit-policy-file=/etc/kubernetes/audit/policy.yaml
--audit-log-path=/var/log/kubernetes/audit/audit.log
\`\`\`

A webhook (\`--audit-webhook-config-file\`) will do instead of the path. On a managed cluster, switch the audit log on at the provider, and attest it.`,
  severity: 'high',
  frameworks: {
    nsa: ['L2'],
    cis: { '1.12': ['1.2.16', '3.2.1'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K10'],
  },
  references: ['https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/'],
  needs: ['apiServerMetrics'],
  reads:
    'The flags of every API server: `--audit-policy-file`, and `--audit-log-path` or `--audit-webhook-config-file`; one without the other writes nothing. Where no flag is visible, the metric `apiserver_audit_event_total`: events were written if it is above 0.',
  notes:
    'On a managed control plane the provider audits for itself, and its metric does not show whether you may see the log: an attestation of its setting answers. On EKS the log type `audit` is enough, although other tools ask for all five. A metric of 0 proves nothing.',
  examples: {
    pass: [
      apiServerPod(
        '--audit-policy-file=/etc/kubernetes/audit/policy.yaml',
        '--audit-log-path=/var/log/kubernetes/audit/audit.log',
      ),
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
        surroundings: {
          fromCluster: true,
          evidence: {
            apiServerMetrics: [
              { name: 'apiserver_audit_event_total', labels: {}, value: 71245 },
            ],
          },
        },
      },
    ],
    fail: [
      apiServerPod('--authorization-mode=Node,RBAC'),
      apiServerPod('--audit-policy-file=/etc/kubernetes/audit/policy.yaml'),
    ],
    notEvaluated: [HIDDEN_CONTROL_PLANE, MANAGED_CLUSTER],
  },
  judge(byFlags, context) {
    if (byFlags.outcome === 'notApplicable')
      return notEvaluated(
        'manual',
        `${byFlags.note}: whether you get its audit log is a setting there`,
      );
    return byFlags.outcome === 'notEvaluated'
      ? judgeByMetric(context) ?? byFlags
      : byFlags;
  },
});

function judgeByMetric({
  inventory,
}: ControlContext<'apiServerMetrics'>): Judgement | undefined {
  const samples = unlessMissing(() => inventory.apiServerMetrics) ?? [];
  return samples.some(
    ({ name, value }) => name === 'apiserver_audit_event_total' && value > 0,
  )
    ? pass('from /metrics: audit events are written')
    : undefined;
}
