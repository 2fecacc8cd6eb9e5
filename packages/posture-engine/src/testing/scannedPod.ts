/** A digest as a registry gives it. */
export const DIGEST = `sha256:${'a'.repeat(64)}`;
/** Another one. */
export const OTHER_DIGEST = `sha256:${'b'.repeat(64)}`;

/** How a pod and the report about it differ from the usual ones. */
export interface ScannedPod {
  /** As the pod asks for it. */
  readonly image?: string;
  /** Digest of the running container; none where the pod does not run. */
  readonly runs?: string;
  readonly artifact?: string;
  readonly kind?: string;
  readonly updateTimestamp?: string;
  /** Further lines of the report, each indented by two. */
  readonly report?: string;
}

/** YAML of a running pod `web` in namespace `shop`. */
export function runningPod({
  image = 'registry.example.com/web:1.4',
  runs,
}: ScannedPod = {}): string {
  const status = runs
    ? `
status:
  phase: Running
  containerStatuses: [{ name: web, imageID: "registry.example.com/web@${runs}" }]`
    : '';
  return `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "${image}" }] }${status}
---
`;
}

/** YAML of a report of trivy-operator about that pod. */
export function trivyReport({
  kind = 'VulnerabilityReport',
  artifact = '{ repository: web, tag: "1.4" }',
  updateTimestamp = '2026-11-20T06:00:00Z',
  report = '  vulnerabilities: []',
}: ScannedPod = {}): string {
  return `apiVersion: aquasecurity.github.io/v1alpha1
kind: ${kind}
metadata:
  name: pod-web-web
  namespace: shop
  labels:
    trivy-operator.resource.kind: Pod
    trivy-operator.resource.name: web
    trivy-operator.container.name: web
report:
  artifact: ${artifact}
  registry: { server: registry.example.com }
  updateTimestamp: ${updateTimestamp}
${report}
---
`;
}

/** YAML of the pod and the report. */
export function scannedPod(scanned: ScannedPod = {}): string {
  return runningPod(scanned) + trivyReport(scanned);
}
