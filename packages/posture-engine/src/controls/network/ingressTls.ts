import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  defineControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import {
  ENCRYPTED,
  ingressBackends,
  RouteListener,
  listenersOf,
  routesTo,
  servicesOfNobody,
  servicesOfWorkload,
} from '../../relate/exposure';
import {
  EVERY_HOST,
  hostsWithoutTls,
  isLeftToController,
} from '../../relate/exposure/ingressTls';
import { inNamespace } from '../../relate/inNamespace';

type Context = ControlContext<
  | 'services'
  | 'ingresses'
  | 'gateways'
  | 'httpRoutes'
  | 'grpcRoutes'
  | 'workloads'
>;

export const ingressTls = defineControl({
  id: 'ingress-tls',
  title: 'What is published is served over TLS',
  failureTitle: 'A host is served without TLS',
  why: 'Without TLS everybody on the way can read and change what users and the service say to each other, passwords included.',
  fix: 'Add the host to `spec.tls` of the Ingress with a certificate (cert-manager can issue it), or attach the route to an HTTPS listener of the Gateway only.',
  severity: 'medium',
  category: 'network',
  scope: 'workload',
  frameworks: {
    nsa: ['N6'],
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://gateway-api.sigs.k8s.io/guides/tls/',
  ],
  needs: [
    'services',
    'ingresses',
    'gateways',
    'httpRoutes',
    'grpcRoutes',
    'workloads',
  ],
  reads:
    'The Ingresses whose Services select the pods of the workload: every host of `spec.rules` has to be in `spec.tls`; `*.example.com` covers one label more, and an entry without hosts covers all. The HTTPRoutes and GRPCRoutes that lead to them: every listener that they are attached to has to speak HTTPS or TLS. Ingresses that lead to no workload are judged on their namespace.',
  notes:
    'Where an annotation hands TLS to the load balancer or to the default certificate of the controller, the API shows no certificate: no verdict. TLS that ends at a load balancer outside the cluster has to be exempted.',
  examples: {
    pass: [published('tls: [{ hosts: [shop.example.com], secretName: shop }]')],
    fail: [published('ingressClassName: nginx')],
    notApplicable: ['containers: [{ name: web }]'],
    notEvaluated: [
      published('ingressClassName: alb').replace(
        'name: web-ingress,',
        'name: web-ingress, annotations: { alb.ingress.kubernetes.io/certificate-arn: "arn" },',
      ),
    ],
  },
  evaluate(workload, { inventory }: Context): Judgement {
    const services = servicesOfWorkload(workload, inventory.services);
    const names = new Set(services.map(({ metadata }) => metadata.name));
    const ingresses = inNamespace(
      inventory.ingresses,
      workload.namespace,
    ).filter(ingress => ingressBackends(ingress).some(name => names.has(name)));
    const routes = routesTo(services, workload.namespace, [
      ...inventory.httpRoutes,
      ...inventory.grpcRoutes,
    ]);
    return judge(
      ingresses,
      routes.flatMap(route => listenersOf(route, inventory.gateways)),
    );
  },
  evaluateLeftovers({ subject: { name } }, { inventory }: Context): Judgement {
    const ofNobody = new Set(
      servicesOfNobody(name, inventory.services, inventory.workloads).map(
        ({ metadata }) => metadata.name,
      ),
    );
    const known = new Set(
      inNamespace(inventory.services, name).map(
        ({ metadata }) => metadata.name,
      ),
    );
    const ingresses = inNamespace(inventory.ingresses, name).filter(ingress =>
      ingressBackends(ingress).every(
        service => ofNobody.has(service) || !known.has(service),
      ),
    );
    return judge(ingresses, []);
  },
});

function judge(
  ingresses: readonly KubernetesObject[],
  listeners: readonly RouteListener[],
): Judgement {
  if (ingresses.length + listeners.length === 0)
    return notApplicable('nothingToJudge');
  const plain = ingresses.filter(ingress => !isLeftToController(ingress));
  const violations = [
    ...plain.flatMap(ingressViolations),
    ...listeners
      .filter(({ protocol }) => !ENCRYPTED.includes(protocol))
      .map(listenerViolation),
  ];
  if (violations.length) return fail(violations);
  return ingresses.some(
    ingress =>
      isLeftToController(ingress) && hostsWithoutTls(ingress).length > 0,
  )
    ? notEvaluated('partial', 'TLS is left to the controller by an annotation')
    : pass();
}

function ingressViolations(ingress: KubernetesObject): Violation[] {
  return hostsWithoutTls(ingress).map(({ path, host }) => ({
    path,
    field: `Ingress ${ingress.metadata.name} ${host}`,
    message:
      host === EVERY_HOST
        ? `Ingress "${ingress.metadata.name}" serves every host without TLS`
        : `Ingress "${ingress.metadata.name}" serves ${host} without TLS`,
    actual: host,
    expected: 'a host in spec.tls',
  }));
}

function listenerViolation({
  gateway: { metadata },
  path,
  name,
  protocol,
}: RouteListener): Violation {
  const place = `Gateway ${metadata.namespace ?? 'default'}/${metadata.name}`;
  return {
    path: `${place}.${path}.protocol`,
    field: `${place} ${name}`,
    message: `listener "${name}" of Gateway "${metadata.name}" speaks ${protocol}`,
    actual: protocol,
    expected: [...ENCRYPTED],
  };
}

function published(spec: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web-ingress, namespace: shop }
spec:
  ${spec}
  rules:
    - host: shop.example.com
      http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }]`;
}
