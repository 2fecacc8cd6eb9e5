import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import { workloadBehindService } from '../../kit/serviceExamples';
import {
  exposureOfService,
  ServiceExposure,
  servicesOfNobody,
  servicesOfWorkload,
} from '../../relate/exposure';

const PUBLIC_TAG = 'public';

const MESSAGES: Readonly<Partial<Record<ServiceExposure, string>>> = {
  nodePort: 'opens a port on every node',
  loadBalancer: 'opens a load balancer to every source',
};

type Context = ControlContext<'services' | 'workloads'>;

export const serviceExposure = defineControl({
  id: 'service-exposure',
  title: 'Services are exposed on purpose, through a gateway',
  failureTitle: 'A Service is open to the outside',
  why: 'A node port or an open load balancer goes past the gateway where TLS, logging and limits are looked after.',
  fix: 'Make it `type: ClusterIP` and publish it by an HTTPRoute or an Ingress with TLS; or bound the load balancer with `loadBalancerSourceRanges` or the internal annotation of the provider. Tag the entity `public` where the exposure is meant.',
  severity: 'medium',
  category: 'network',
  scope: 'workload',
  frameworks: {
    nsa: ['N5'],
    'nist-800-190': ['4.3.3', '4.4.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  ],
  needs: ['services', 'workloads'],
  needsEntity: true,
  reads:
    'Type, `loadBalancerSourceRanges` and annotations of the Services that select the pods of the workload, and the tags of its entity. `0.0.0.0/0` and `::/0` bound nothing. An Ingress or Gateway in front of a ClusterIP Service is not this control; `ingress-tls` looks at its TLS. Services that select no workload are judged on their namespace.',
  notes:
    'A load balancer in a private subnet can be known by the annotation of its provider only. Gateways and ingress controllers are exposed on purpose: tag their entity `public`.',
  examples: {
    pass: [workloadBehindService('type: ClusterIP')],
    fail: [
      workloadBehindService('type: NodePort'),
      workloadBehindService('type: LoadBalancer'),
    ],
    notApplicable: ['containers: [{ name: web }]'],
  },
  evaluate(workload, { inventory, entity }: Context) {
    const judgement = judge(servicesOfWorkload(workload, inventory.services));
    return judgement.outcome === 'fail' && entity?.tags.includes(PUBLIC_TAG)
      ? pass('public')
      : judgement;
  },
  evaluateLeftovers({ subject: { name } }, { inventory }: Context) {
    return judge(
      servicesOfNobody(name, inventory.services, inventory.workloads),
    );
  },
});

function judge(services: readonly KubernetesObject[]): Judgement {
  if (services.length === 0) return notApplicable('nothingToJudge');
  const violations = services.flatMap(violationOf);
  return violations.length ? fail(violations) : pass();
}

function violationOf(service: KubernetesObject): Violation[] {
  const message = MESSAGES[exposureOfService(service)];
  if (!message) return [];
  const place = `Service ${service.metadata.name}`;
  return [
    {
      path: `${place}.spec.type`,
      field: `${place} type`,
      message: `Service "${service.metadata.name}" ${message}`,
      actual: String((service.spec as { type?: unknown }).type),
      expected: 'ClusterIP',
    },
  ];
}
