import {
  DEFAULT_DENY_NEEDS,
  defaultDeny,
  defineNamespaceControl,
} from '../../kit';

export const namespaceDefaultDenyIngress = defineNamespaceControl({
  id: 'namespace-default-deny-ingress',
  title: 'The namespace refuses ingress that no policy allows',
  failureTitle:
    'Pods of the namespace can be reached from everywhere by default',
  why: 'A pod that nobody wrote a policy for is open to every other pod of the cluster, so the default has to be that nothing comes in.',
  fix: `Apply a policy that selects all pods and allows nothing, then one for each service with the peers that may reach it:

\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny-ingress }
spec: { podSelector: {}, policyTypes: [Ingress] }
\`\`\`

An admin policy or a cluster-wide policy of Cilium or Calico that does the same will do.`,
  severity: 'high',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['N2'],
    cis: { '1.12': ['5.3.2'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic',
  ],
  needs: DEFAULT_DENY_NEEDS,
  reads:
    'All policies that select every pod of the namespace, whatever its labels: NetworkPolicies, admin policies, and those of Cilium and Calico. One of them has to refuse ingress by default, and none of them may allow all of it. Namespaces without workloads, and those of the cluster itself (setting `systemNamespaces`), are not asked.',
  notes:
    'Policies that select each pod one by one do not count, for the next pod would be open. The NSA guide asks for the default in every namespace; that of the cluster itself is left out by default, because its pods have to reach the control plane. A policy that selects all pods by a label that all of them bear today counts as one for some pods.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web }] } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny-ingress, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }`,
    ],
    fail: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress] }`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: empty }`,
    ],
  },
  ...defaultDeny('ingress'),
});
