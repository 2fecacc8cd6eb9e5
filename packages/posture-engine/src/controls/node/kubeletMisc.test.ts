import { kubeadmNode, sensedNode } from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletMisc } from './kubeletMisc';

const GOOD = ['podPidsLimit: 4096', 'seccompDefault: true'];
const FILE = 'ConfigMap kube-system/kubelet-config data.kubelet';
const LINE =
  '/usr/bin/kubelet --config=/c.yaml --pod-max-pids=4096 --seccomp-default';
const CONFIG = 'kind: KubeletConfiguration\n';
const windows = (given: string) =>
  given.replace('operatingSystem: linux', 'operatingSystem: windows');
const provided = (given: string) =>
  given.replace(
    'status: { nodeInfo',
    'spec: { providerID: aws:///a/i-0 }\nstatus: { nodeInfo',
  );
const KERNEL_DEFAULTS = `
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterInfraAssessmentReport
metadata:
  name: node-worker-1
  labels: { trivy-operator.resource.kind: Node, trivy-operator.resource.name: worker-1 }
report: { updateTimestamp: "2026-11-20T06:00:00Z", checks: [{ checkID: KCV-0083, success: false }] }`;

testControl(
  kubeletMisc,
  [
    {
      name: 'as it should be, though flags do not show',
      given: kubeadmNode(...GOOD),
      outcome: 'pass' as const,
      note: 'as ConfigMap kube-system/kubelet-config declares; whether --hostname-override is set does not show',
    },
    {
      name: 'defaults',
      given: kubeadmNode(),
      outcome: 'fail' as const,
      severity: 'low' as const,
      at: [FILE, FILE],
      message:
        'podPidsLimit of the kubelet of worker-1 is not set, so it is -1',
    },
    {
      name: 'zero in a file is the default of 4 hours',
      given: kubeadmNode(...GOOD, 'streamingConnectionIdleTimeout: 0s'),
      outcome: 'pass' as const,
    },
    {
      name: 'zero as a flag is for ever',
      given: sensedNode(
        `${LINE} --streaming-connection-idle-timeout=0`,
        CONFIG,
      ),
      outcome: 'fail' as const,
      at: ['KubeletInfo worker-1 spec.cmdLine'],
      message:
        '--streaming-connection-idle-timeout of the kubelet of worker-1 is not at least 1 second',
    },
    {
      name: 'chains of iptables',
      given: kubeadmNode(...GOOD, 'makeIPTablesUtilChains: false'),
      outcome: 'fail' as const,
      at: [`${FILE} makeIPTablesUtilChains`],
    },
    {
      name: 'events without a limit',
      given: kubeadmNode(...GOOD, 'eventRecordQPS: 0'),
      outcome: 'pass' as const,
    },
    {
      name: 'another name of the node',
      given: sensedNode(`${LINE} --hostname-override=other`, CONFIG),
      outcome: 'fail' as const,
      severity: 'info' as const,
      at: ['KubeletInfo worker-1 spec.cmdLine'],
      message: '--hostname-override of the kubelet of worker-1 is set',
    },
    {
      name: 'another name of the node, as its provider wants it',
      given: provided(sensedNode(`${LINE} --hostname-override=other`, CONFIG)),
      outcome: 'pass' as const,
    },
    {
      name: 'Windows has neither chains, nor limits of processes, nor seccomp',
      given: windows(kubeadmNode('makeIPTablesUtilChains: false')),
      outcome: 'pass' as const,
    },
    {
      name: 'protectKernelDefaults is a note only',
      given: `${kubeadmNode(...GOOD)}${KERNEL_DEFAULTS}`,
      outcome: 'pass' as const,
      note: /; a report of Trivy's operator of 2026-11-20 finds that protectKernelDefaults is off$/,
    },
    {
      name: 'only Trivy’s report: what it does not ask for stays unknown',
      given: `${kubeadmNode().split('---')[0]}${KERNEL_DEFAULTS.replace(
        '---',
        '---',
      ).replace('KCV-0083, success: false', 'KCV-0085, success: true')}`,
      outcome: 'notEvaluated' as const,
      reason: 'partial' as const,
    },
  ].map(row => ({ ...row, fromCluster: true })),
);
