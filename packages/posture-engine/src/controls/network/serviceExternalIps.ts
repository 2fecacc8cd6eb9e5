import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import { workloadBehindService } from '../../kit/serviceExamples';
import { objectOrEmpty, stringsAt } from '../../read/typedReads';
import { servicesOfNobody, servicesOfWorkload } from '../../relate/exposure';

export const serviceExternalIps = defineControl({
  id: 'service-external-ips',
  title: 'Services claim no external IP addresses',
  failureTitle: 'A Service claims external IP addresses',
  why: 'Whoever may set external IPs can pull traffic that is meant for another address to their own pods (CVE-2020-8554).',
  fix: 'Remove `spec.externalIPs`, use a load balancer or a Gateway instead, and switch on the admission plugin `DenyServiceExternalIPs`.',
  severity: 'high',
  category: 'network',
  scope: 'workload',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['1.2.3'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
    'https://github.com/kubernetes/kubernetes/issues/97076',
  ],
  needs: ['services', 'workloads'],
  reads:
    '`spec.externalIPs` of the Services that select the pods of the workload. Services that select no workload are judged on their namespace.',
  notes:
    'MetalLB and other load balancers use `loadBalancerIP` or annotations and are not meant.',
  examples: {
    pass: [workloadBehindService('type: ClusterIP')],
    fail: [workloadBehindService('externalIPs: [203.0.113.7]')],
    notApplicable: ['containers: [{ name: web }]'],
  },
  evaluate(workload, { inventory }: ControlContext<'services' | 'workloads'>) {
    return judge(servicesOfWorkload(workload, inventory.services));
  },
  evaluateLeftovers(
    { subject: { name } },
    { inventory }: ControlContext<'services' | 'workloads'>,
  ) {
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
  const place = `Service ${service.metadata.name}`;
  const addresses = stringsAt(
    objectOrEmpty(service, 'spec', place),
    'externalIPs',
    `${place}.spec`,
  );
  if (addresses.length === 0) return [];
  return [
    {
      path: `${place}.spec.externalIPs`,
      field: `${place} externalIPs`,
      message: `Service "${service.metadata.name}" claims external IP addresses`,
      actual: addresses,
      expected: 'none',
    },
  ];
}
