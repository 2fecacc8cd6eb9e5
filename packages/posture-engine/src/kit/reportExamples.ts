/** YAML of a pod with an image that a scanner may have reported on. */
export const SCANNED_POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example.com/web:1.4" }] }`;

/** The time of the report of `reportedPod`, the day before the one that examples are judged on. */
const YESTERDAY = '2026-11-20T06:00:00Z';

/** YAML of that pod and of a report of trivy-operator about its image; `report` are further lines of the report, indented by two. */
export function reportedPod(
  kind: 'VulnerabilityReport' | 'ExposedSecretReport',
  report: string,
  updateTimestamp: string = YESTERDAY,
): string {
  return `${SCANNED_POD}
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ${kind}
metadata:
  name: pod-web-web
  namespace: shop
  labels:
    trivy-operator.resource.kind: Pod
    trivy-operator.resource.name: web
    trivy-operator.container.name: web
report:
  artifact: { repository: web, tag: "1.4" }
  registry: { server: registry.example.com }
  updateTimestamp: "${updateTimestamp}"
${report}`;
}
