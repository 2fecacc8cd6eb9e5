import { defineControl, hostNamespace } from '../../kit';

export const hostNetwork = defineControl({
  id: 'host-network',
  title: 'Pods have a network of their own',
  failureTitle: 'The pod uses the network of its node',
  why: 'A pod on the network of its node reaches what listens on localhost there, can listen in on its traffic, and no network policy applies to it.',
  fix: 'Remove `hostNetwork`, or set it to `false`, and reach the pod through a Service.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostNamespaces'],
    cis: { '1.12': ['5.2.5'] },
    'nist-800-190': ['4.3.3', '4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  needs: [],
  reads: '`hostNetwork` of the pod spec. Unset counts as false.',
  notes:
    'Network plugins, kube-proxy and some ingress controllers need this: for them the finding stays open. For such a pod the API server also fills in `hostPort`: that finding of `host-port` is a consequence of this one. Windows HostProcess containers cannot run without it, so no patch is offered for them here.',
  examples: {
    pass: [
      'containers: [{ name: web }]',
      `hostNetwork: false
containers: [{ name: web }]`,
    ],
    fail: [
      `hostNetwork: true
containers: [{ name: web }]`,
    ],
  },
  ...hostNamespace(
    'hostNetwork',
    'the pod uses the network of its node, where no network policy applies to it',
  ),
});
