import {
  DEFAULT_DENY_NEEDS,
  defaultDeny,
  defineNamespaceControl,
} from '../../kit';

export const namespaceDefaultDenyEgress = defineNamespaceControl({
  id: 'namespace-default-deny-egress',
  title: 'The namespace refuses egress that no policy allows',
  failureTitle: 'Pods of the namespace can reach everything by default',
  why: 'Whoever takes over a pod needs a way out, to fetch tools, to carry data away or to attack the next service.',
  fix: `Apply a policy that selects all pods and allows them to ask for names only, then one for each service with the peers that it needs:

\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny-egress }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
          podSelector: { matchLabels: { k8s-app: kube-dns } }
      ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
\`\`\`

Where the cluster's DNS runs elsewhere (node-local caches, \`openshift-dns\`), name that instead.`,
  severity: 'medium',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['N2'],
    cis: { '1.12': ['5.3.2'] },
    'nist-800-190': ['4.4.2'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  ],
  needs: DEFAULT_DENY_NEEDS,
  reads:
    'All policies that select every pod of the namespace, whatever its labels: NetworkPolicies, admin policies, and those of Cilium and Calico. One of them has to refuse egress by default, and none of them may allow all of it. A NetworkPolicy without `policyTypes` is about egress only where it has an egress rule. Namespaces without workloads, and those of the cluster itself (setting `systemNamespaces`), are not asked.',
  notes:
    'Policies that select each pod one by one do not count, for the next pod would be free. A policy without DNS takes nearly every program down: the one that is offered keeps it.',
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
metadata: { name: default-deny-egress, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
          podSelector: { matchLabels: { k8s-app: kube-dns } }
      ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]`,
    ],
    fail: [
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
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: empty }`,
    ],
  },
  ...defaultDeny('egress'),
});
