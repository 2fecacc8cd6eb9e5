import { KubernetesObject } from '../model/kubernetesObject';
import { JsonObject } from '../read/typedReads';

const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const;

/** Pods ask the cluster's DNS for every name: refused as well, it takes the program down. */
const DNS: JsonObject = {
  to: [
    {
      namespaceSelector: {
        matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
      },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

/** What a policy refuses, and for whom. */
export interface RefusingPolicyOptions {
  readonly name: string;
  readonly namespace: string;
  /** `key=value` of the pods that it selects; every pod of the namespace where none are given. */
  readonly labels?: readonly string[];
  readonly directions: readonly ('ingress' | 'egress')[];
}

/** A NetworkPolicy that refuses all traffic of some directions, but for DNS on the way out. */
export function refusingPolicy({
  name,
  namespace,
  labels,
  directions,
}: RefusingPolicyOptions): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: labels ? { matchLabels: labelsOf(labels) } : {},
      policyTypes: directions.map(direction => TYPES[direction]),
      ...(directions.includes('egress') ? { egress: [DNS] } : {}),
    },
  };
}

/** Keys of labels have no `=`. */
function labelsOf(labels: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    labels.map(label => {
      const at = label.indexOf('=');
      return [label.slice(0, at), label.slice(at + 1)];
    }),
  );
}
