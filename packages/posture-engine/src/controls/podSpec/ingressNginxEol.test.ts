import { testControl } from '../../testing';
import { ingressNginxEol } from './ingressNginxEol';

const workload = (kind: string, image: string, list = 'containers') =>
  `apiVersion: apps/v1
kind: ${kind}
metadata: { name: controller, namespace: edge }
spec: { template: { spec: { ${list}: [{ name: c, image: "${image}" }] } } }`;
const CURRENT = 'registry.k8s.io/ingress-nginx/controller:v1.13.0';

testControl(ingressNginxEol, [
  ...['Deployment', 'DaemonSet', 'StatefulSet'].map(kind => ({
    name: `a ${kind}`,
    given: workload(kind, CURRENT),
    outcome: 'fail' as const,
    severity: 'high' as const,
    at: ['spec.template.spec.containers[0].image'],
    message: `${kind} "controller" in namespace "edge" runs ingress-nginx, which is retired`,
  })),
  ...[
    'mirror.example.com:5000/k8s/ingress-nginx/controller@sha256:'.concat(
      'a1'.repeat(32),
    ),
    'registry.k8s.io/ingress-nginx/controller-chroot:v1.12.1',
    'quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.33.0',
  ].map(image => ({
    name: image,
    given: workload('Deployment', image),
    outcome: 'fail' as const,
  })),
  ...[
    'nginx/nginx-ingress:4.0.1',
    'registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.5.0',
    'haproxytech/kubernetes-ingress:3.0',
    'example.com/my-ingress-nginx/controller:1',
    'nginx:1',
  ].map(image => ({
    name: `another product: ${image}`,
    given: workload('Deployment', image),
    outcome: 'pass' as const,
  })),
  {
    name: 'the last moment of March 2026',
    given: workload('Deployment', CURRENT),
    now: Date.UTC(2026, 3, 1) - 1,
    outcome: 'pass',
    note: 'ingress-nginx is retired after March 2026',
  },
  {
    name: 'the first of April 2026',
    given: workload('Deployment', CURRENT),
    now: Date.UTC(2026, 3, 1),
    outcome: 'fail',
  },
  {
    name: 'a workload that cannot be read hides no other',
    given: `${workload('Deployment', CURRENT, 'sidecars')}
---
${workload('DaemonSet', CURRENT)}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: broken, namespace: edge }
spec: { template: { spec: { containers: web } } }`,
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].image'],
  },
  {
    name: 'workloads that cannot be listed',
    given: workload('Deployment', CURRENT),
    unread: { workloads: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
