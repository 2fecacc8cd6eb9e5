/** A Deployment in namespace `shop`, for tests of policies. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { serviceAccountName: seller, containers: [{ name: web }] }`;

/** Its namespace. */
export const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: sales } }`;

/** A NetworkPolicy. */
export function networkPolicy(
  spec: string,
  { namespace = 'shop', name = 'policy' } = {},
): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}`;
}

/** Refuses everything for all pods of the namespace. */
export const DENY = networkPolicy(
  '{ podSelector: {}, policyTypes: [Ingress, Egress] }',
  { name: 'deny' },
);

/** The Deployment beside other documents. */
export function webWith(...documents: readonly string[]): string {
  return [WEB, ...documents].join('\n---\n');
}

/** What `network-policy-coverage` says of a direction that no policy is about. */
export function uncovered(direction: 'ingress' | 'egress'): string {
  return `no policy that selects the pods is about ${direction}`;
}
