import { Violation } from '../../model/finding';
import { defineClusterControl, fail, pass } from '../../kit';
import {
  IngressNginxController,
  ingressNginxControllers,
} from '../../relate/ingressNginx';

/** End of maintenance: March 2026 (Kubernetes blog, "Ingress NGINX Retirement", November 2025). */
const RETIRED_SINCE = Date.UTC(2026, 3, 1);

export const ingressNginxEol = defineClusterControl({
  id: 'ingress-nginx-eol',
  title: 'No retired ingress controller faces the network',
  failureTitle: 'The cluster runs ingress-nginx, which is retired',
  why: 'The controller stands at the door of every service, and the project that made it mends no security hole any more.',
  fix: 'Move to the Gateway API, or to an ingress controller that is maintained.',
  severity: 'high',
  category: 'podSpec',
  scope: 'cluster',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.4.1'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  ],
  needs: ['workloads'],
  reads:
    'The images of all workloads: repositories that end in `ingress-nginx/controller`, mirrors included. The project ended in March 2026; before April 2026 the control passes with a note.',
  notes:
    'The controllers of F5 (`nginx/nginx-ingress`) and of others have similar names and are not meant. A vendor may go on mending its own build of ingress-nginx: its finding stays open, for the version does not show that.',
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: gateway }
spec:
  template:
    spec: { containers: [{ name: gateway, image: "nginx/nginx-ingress:4.0.1" }] }`,
    ],
    fail: [
      `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: controller, namespace: ingress-nginx }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.13.0" }]`,
    ],
  },
  evaluate(_, { inventory, now }) {
    const controllers = ingressNginxControllers(inventory.workloads);
    if (controllers.length === 0) return pass();
    return now < RETIRED_SINCE
      ? pass('ingress-nginx is retired after March 2026')
      : fail(controllers.map(violationOf));
  },
});

function violationOf({
  workload: { subject, namespace },
  container,
}: IngressNginxController): Violation {
  return {
    path: `${container.path}.image`,
    container: container.name,
    field: `${subject.kind} ${namespace}/${subject.name} image`,
    message: `${subject.kind} "${subject.name}" in namespace "${namespace}" runs ingress-nginx, which is retired`,
    actual: container.image,
    expected: 'a controller that is maintained',
  };
}
