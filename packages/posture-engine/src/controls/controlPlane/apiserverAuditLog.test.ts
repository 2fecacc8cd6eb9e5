import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverAuditLog } from './apiserverAuditLog';

const counted = (value: number) => ({
  evidence: {
    apiServerMetrics: [
      { name: 'apiserver_audit_event_total', labels: {}, value },
    ],
  },
});
const POLICY = '--audit-policy-file=/etc/audit.yaml';
const PATH = '--audit-log-path=/var/log/audit.log';

testControl(apiserverAuditLog, [
  ...flagCases('kube-apiserver', [
    ['policy and path', [POLICY, PATH], 'pass'],
    [
      'policy and webhook',
      [POLICY, '--audit-webhook-config-file=/etc/hook.yaml'],
      'pass',
    ],
    ['standard output', [POLICY, '--audit-log-path=-'], 'pass'],
    [
      'a policy without a place to write to',
      [POLICY],
      'fail',
      { message: '--audit-log-path of kube-apiserver-cp-1 is not set' },
    ],
    [
      'a place without a policy',
      [PATH],
      'fail',
      { message: '--audit-policy-file of kube-apiserver-cp-1 is not set' },
    ],
    ['none, whatever the metric counts', [], 'fail', counted(7)],
  ]),
  {
    name: 'the metric alone',
    given: NOTHING,
    fromCluster: true,
    ...counted(7),
    outcome: 'pass',
    note: 'from /metrics: audit events are written',
  },
  {
    name: 'a metric of 0, which proves nothing',
    given: NOTHING,
    fromCluster: true,
    ...counted(0),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'metrics that may not be read',
    given: NOTHING,
    fromCluster: true,
    unread: { apiServerMetrics: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS, whose metric is its own affair',
    ...ON_EKS,
    ...counted(7),
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /^Amazon EKS runs the control plane/,
  },
]);
