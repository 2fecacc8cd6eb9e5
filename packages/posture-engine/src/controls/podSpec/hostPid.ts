import { defineControl, hostNamespace } from '../../kit';

export const hostPid = defineControl({
  id: 'host-pid',
  title: 'Pods have process ids of their own',
  failureTitle: 'The pod sees the processes of its node',
  why: 'A pod in the process namespace of its node sees every process there, reads what they were started with, and can signal or trace those of its own user.',
  fix: 'Remove `hostPID`, or set it to `false`. To debug another pod, use `kubectl debug` for as long as it takes.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostNamespaces'],
    cis: { '1.12': ['5.2.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads: '`hostPID` of the pod spec. Unset counts as false.',
  notes:
    'Agents that watch the processes of a node need this: for them the finding stays open. A known mapping of the NSA list to Trivy checks has host processes and host network swapped (KSV-0009 and KSV-0010); here each is what its name says.',
  examples: {
    pass: [
      'containers: [{ name: web }]',
      `hostPID: false
containers: [{ name: web }]`,
    ],
    fail: [
      `hostPID: true
containers: [{ name: web }]`,
    ],
  },
  ...hostNamespace('hostPID', 'the pod shares the process ids of its node'),
});
