import { defineControl, hostNamespace } from '../../kit';

export const hostIpc = defineControl({
  id: 'host-ipc',
  title: 'Pods have inter-process communication of their own',
  failureTitle: 'The pod shares the memory segments of its node',
  why: 'A pod in the IPC namespace of its node can read and change the shared memory, semaphores and message queues of programs on the node and of other such pods.',
  fix: 'Remove `hostIPC`, or set it to `false`. Containers of one pod share memory without it, by an `emptyDir` with `medium: Memory`.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostNamespaces'],
    cis: { '1.12': ['5.2.4'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads: '`hostIPC` of the pod spec. Unset counts as false.',
  examples: {
    pass: [
      'containers: [{ name: web }]',
      `hostIPC: false
containers: [{ name: web }]`,
    ],
    fail: [
      `hostIPC: true
containers: [{ name: web }]`,
    ],
  },
  ...hostNamespace(
    'hostIPC',
    'the pod shares the inter-process communication of its node',
  ),
});
