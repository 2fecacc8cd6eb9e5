import { Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { SubjectRef } from '../../model/subject';
import { Workload } from '../../model/workload';
import {
  defineControl,
  fail,
  notApplicable,
  pass,
  refusingPolicy,
} from '../../kit';
import { labelsToSelectBy } from '../../relate/labelsToSelectBy';
import {
  ISOLATION_NEEDS,
  protectionOfWorkload,
} from '../../relate/networkPolicies/policiesOfWorkload';
import { Protection } from '../../relate/networkPolicies/protectionBy';
import {
  Direction,
  DIRECTIONS,
} from '../../relate/networkPolicies/trafficRule';
import { wordsOf } from '../../relate/networkPolicies/readPolicy';

const WORDS = { ingress: 'come in', egress: 'go out' } as const;

export const networkPolicyCoverage = defineControl({
  id: 'network-policy-coverage',
  title: 'Network policies bound what pods may reach and who may reach them',
  failureTitle: 'No network policy bounds the traffic of the pods',
  why: 'Without policies every pod of the cluster can reach this service, and whoever takes the service can reach every other.',
  fix: 'Apply a NetworkPolicy that selects the pods and names the direction that is missing, with DNS allowed; then add a rule for each peer that the service is seen to talk to, for the policy refuses all others. Where a policy allows everything, replace its open rule by the peers that are needed.',
  severity: 'medium',
  category: 'network',
  scope: 'workload',
  frameworks: {
    nsa: ['N2'],
    cis: { '1.12': ['5.3.2'] },
    'nist-800-190': ['4.3.3', '4.4.2'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://network-policy-api.sigs.k8s.io/',
  ],
  needs: [...ISOLATION_NEEDS],
  reads:
    'The labels of the pod template and of its namespace, and the policies that select it: NetworkPolicy, CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy, NetworkPolicy and GlobalNetworkPolicy of Calico, AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy. Each direction has to be refused by default and opened by no policy. A NetworkPolicy without `policyTypes` is about ingress, and about egress only where it has an egress rule; an empty list of rules refuses everything; a rule without peers and ports, or with all addresses and no ports, allows everything. A policy that cannot be read, or a kind of policies that may not be listed, leaves the verdict open.',
  notes:
    'Both directions are asked for, and policies add up: one good policy does not help beside one that allows all. A policy that refuses all passes. Policies of Cilium isolate by any list that is not empty, unless `enableDefaultDeny` says otherwise. Admin policies isolate only where they refuse every peer; those that come first decide for good. Policies of Calico are taken in their order, tiers of your own before the default tier and in the order of their names, for tiers are not read; staged policies enforce nothing. Policies do not apply to pods on the network of their host. Whether the network plugin enforces policies at all is asked by `cni-supports-network-policy`.',
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: gateway } } }]
      ports: [{ port: 8080 }]`,
    ],
    fail: [
      `apiVersion: apps/v1
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
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: gateway } } }]`,
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress: [{}]`,
    ],
    notApplicable: [
      `hostNetwork: true
containers: [{ name: agent }]`,
    ],
    notEvaluated: [
      {
        given: `containers: [{ name: web }]`,
        surroundings: { unread: { ciliumNetworkPolicies: 'forbidden' } },
      },
    ],
  },
  evaluate(workload, { inventory }) {
    if (workload.hostNetwork) return notApplicable('hostNetwork');
    const violations = DIRECTIONS.flatMap(direction =>
      violationOf(
        workload,
        direction,
        protectionOfWorkload(workload, direction, inventory),
      ),
    );
    return violations.length ? fail(violations) : pass();
  },
  remedy: isolatingPolicyFor,
});

function violationOf(
  workload: Workload,
  direction: Direction,
  { state, openedBy }: Protection,
): Violation[] {
  if (state === 'refused') return [];
  const { path, labels } = labelsToSelectBy(workload);
  const of = {
    path,
    field: direction,
    expected: `only the traffic that policies name may ${WORDS[direction]}`,
  };
  return [
    openedBy
      ? {
          ...of,
          message: `${wordsOf(openedBy)} allows all ${direction}`,
          actual: wordsOf(openedBy),
        }
      : {
          ...of,
          message: `no policy that selects the pods is about ${direction}`,
          ...(labels.length ? { actual: labels } : {}),
        },
  ];
}

/** A policy for the pods of the workload. None where a policy opens them, for that one has to be changed, nor where they bear no label. */
function isolatingPolicyFor(
  { namespace = 'default', name }: SubjectRef,
  violations: readonly Violation[],
): readonly KubernetesObject[] | undefined {
  const actual = violations[0]?.actual;
  if (!isStrings(actual) || !violations.every(one => isStrings(one.actual)))
    return undefined;
  return [
    refusingPolicy({
      name: `${name}-default-deny`,
      namespace,
      labels: actual,
      directions: DIRECTIONS.filter(direction =>
        violations.some(({ field }) => field === direction),
      ),
    }),
  ];
}

function isStrings(value: Violation['actual']): value is readonly string[] {
  return Array.isArray(value);
}
