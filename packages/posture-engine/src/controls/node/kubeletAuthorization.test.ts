import { kubeadmNode, sensedNode } from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletAuthorization } from './kubeletAuthorization';

testControl(
  kubeletAuthorization,
  [
    {
      name: 'Webhook',
      given: kubeadmNode('authorization: { mode: Webhook }'),
      outcome: 'pass' as const,
    },
    {
      name: 'unset in a file is Webhook',
      given: kubeadmNode('authorization: { mode: "" }'),
      outcome: 'pass' as const,
    },
    {
      name: 'AlwaysAllow',
      given: kubeadmNode('authorization: { mode: AlwaysAllow }'),
      outcome: 'fail' as const,
      severity: 'critical' as const,
      message:
        'authorization.mode of the kubelet of worker-1 names AlwaysAllow',
    },
    {
      name: 'neither file nor flag',
      given: sensedNode('/usr/bin/kubelet'),
      outcome: 'fail' as const,
      at: ['KubeletInfo worker-1 spec.cmdLine'],
    },
    {
      name: 'a flag without a file',
      given: sensedNode('/usr/bin/kubelet --authorization-mode Webhook'),
      outcome: 'pass' as const,
    },
  ].map(row => ({ ...row, fromCluster: true })),
);
