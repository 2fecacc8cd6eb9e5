import { parseManifests } from 'security-posture-demo-cluster';
import { SHOP_NAMES } from './shopEntities';

/** What every cluster of the bench holds: some Deployments, each with much to find. */
export const SHOP = parseManifests(
  [
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }',
    ...SHOP_NAMES.map(aDeployment),
  ].join('\n---\n'),
  'shop.yaml',
);

/** A Deployment of the shop. */
export function aDeployment(name: string): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { backstage.io/kubernetes-id: ${name} } }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name}, backstage.io/kubernetes-id: ${name} } }
    spec:
      hostPID: true
      containers: [{ name: ${name}, image: '${name}:1', securityContext: { privileged: true } }]`;
}
