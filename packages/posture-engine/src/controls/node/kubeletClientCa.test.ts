import { kubeadmNode, sensedNode } from '../../kit/kubelet/kubeletExamples';
import { testControl } from '../../testing';
import { kubeletClientCa } from './kubeletClientCa';

testControl(
  kubeletClientCa,
  [
    {
      name: 'a file',
      given: kubeadmNode('authentication: { x509: { clientCAFile: /ca.crt } }'),
      outcome: 'pass' as const,
    },
    {
      name: 'an empty name',
      given: kubeadmNode('authentication: { x509: { clientCAFile: "" } }'),
      outcome: 'fail' as const,
      severity: 'high' as const,
      at: ['ConfigMap kube-system/kubelet-config data.kubelet'],
      message:
        'authentication.x509.clientCAFile of the kubelet of worker-1 is not set',
    },
    {
      name: 'a flag',
      given: sensedNode('/usr/bin/kubelet --client-ca-file=/ca.crt'),
      outcome: 'pass' as const,
    },
    {
      name: 'neither file nor flag',
      given: sensedNode('/usr/bin/kubelet'),
      outcome: 'fail' as const,
      at: ['KubeletInfo worker-1 spec.cmdLine'],
    },
  ].map(row => ({ ...row, fromCluster: true })),
);
