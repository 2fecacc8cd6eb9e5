/** A Deployment with a privileged container: one critical finding, on line 12. */
export const PRIVILEGED = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          securityContext:
            privileged: true
`;

/** A Pod in the namespace `shop` with this name and nothing but a container. */
export function aPod(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop }
spec: { containers: [{ name: ${name} }] }
`;
}
