/** What the shop is made of. */
export const SHOP_NAMES = ['web', 'cart', 'search', 'mail', 'stock', 'admin'];

/** The catalog of the shop: a component for each Deployment. */
export const SHOP_ENTITIES = SHOP_NAMES.map(
  name => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: { backstage.io/kubernetes-id: ${name} }
spec: { type: service, lifecycle: production, owner: group:default/shop }`,
).join('\n---\n');
