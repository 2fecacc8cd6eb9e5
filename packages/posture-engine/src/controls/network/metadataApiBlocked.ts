import { METADATA_ADDRESSES } from '../../data/metadataServices';
import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { SubjectRef } from '../../model/subject';
import { Workload } from '../../model/workload';
import {
  defineNamespaceControl,
  exemptNamespace,
  fail,
  notApplicable,
  pass,
} from '../../kit';
import { cappedViolations } from '../../kit/cappedViolations';
import {
  MetadataService,
  metadataServicesOf,
} from '../../relate/metadataServicesOf';
import {
  ISOLATION_NEEDS,
  protectionOfWorkload,
} from '../../relate/networkPolicies/policiesOfWorkload';
import { wordsOf } from '../../relate/networkPolicies/readPolicy';
import { workloadsIn } from '../../relate/workloadsIn';

const NEEDS = [...ISOLATION_NEEDS, 'workloads', 'nodes'] as const;
const CAVEAT =
  'some network plugins enforce no policy for link-local addresses: test it from a pod';
const WHOLE_NAMESPACE = 'egress';

type Context = ControlContext<(typeof NEEDS)[number]>;

const EXAMPLE = `apiVersion: v1
kind: Node
metadata: { name: node-1 }
spec: { providerID: "aws:///eu-central-1a/i-0123456789" }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web }] } } }`;

export const metadataApiBlocked = defineNamespaceControl({
  id: 'metadata-api-blocked',
  title: 'Pods cannot ask the cloud for the credentials of their node',
  failureTitle: 'Pods can reach the metadata service of the cloud',
  why: 'The metadata service gives whoever asks from a node the rights of that node in the cloud account, and a pod asks from its node.',
  fix: 'Apply an egress policy to all pods of the namespace that leaves the metadata addresses out of every block of addresses that it allows (`except`). On EKS set the hop limit of IMDSv2 to 1 as well, on GKE use Workload Identity.',
  severity: 'medium',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['N8'],
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K08'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
  ],
  needs: NEEDS,
  reads:
    'The `providerID` of the nodes, which tells the cloud and so the addresses of its metadata service: 169.254.169.254; on AWS also 169.254.170.23 and fd00:ec2::254; on Alibaba Cloud 100.100.100.200. Every workload of the namespace has to be refused TCP port 80 of them by the policies that select it; rules for other ports do not count. A pod on the network of its host reaches them past every policy. Clusters whose nodes are machines of no cloud, namespaces without workloads, and those of the cluster itself (setting `systemNamespaces`) are not asked.',
  notes: `Whether a policy for link-local addresses is enforced depends on the network plugin, so ${CAVEAT}. The hop limit of EKS nodes and Workload Identity of GKE stop such requests as well, and no API of Kubernetes shows them: such a cluster may take an exemption. 169.254.170.23 is the agent of EKS Pod Identity; pods that use it need a rule of their own. Cilium's rules by DNS name are not followed.`,
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      `${EXAMPLE}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: no-metadata, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except: [169.254.169.254/32, 169.254.170.23/32]`,
    ],
    fail: [
      EXAMPLE,
      `${EXAMPLE}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }]`,
    ],
    notApplicable: [
      EXAMPLE.replace(
        'aws:///eu-central-1a/i-0123456789',
        'kind://docker/kind/node-1',
      ),
    ],
    notEvaluated: [
      {
        given: EXAMPLE,
        surroundings: { fromCluster: true, unread: { nodes: 'forbidden' } },
      },
    ],
  },
  evaluate(namespace, context) {
    const exempt = exemptNamespace(namespace, context);
    if (exempt) return exempt;
    const services = metadataServicesOf(context.inventory.nodes);
    return services.length === 0
      ? notApplicable(
          'nothingToJudge',
          'no node of the cluster is a machine of a cloud',
        )
      : judge(namespace.subject.name, services, context);
  },
  remedy: policyWithout,
});

function judge(
  namespace: string,
  services: readonly MetadataService[],
  { inventory }: Context,
): Judgement {
  const workloads = workloadsIn(namespace, inventory.workloads);
  const reaches = workloads.flatMap(workload =>
    reachOf(workload, services, inventory),
  );
  if (reaches.length === 0) return pass(CAVEAT);
  const isUnguarded =
    reaches.length === workloads.length &&
    reaches.every(({ how }) => how === 'unguarded');
  return fail(
    isUnguarded
      ? [
          {
            path: '',
            field: WHOLE_NAMESPACE,
            message: `no policy bounds what the pods reach, ${addressesOf(
              reaches[0],
            )} included`,
            expected: 'an egress policy that leaves the metadata service out',
          },
        ]
      : cappedViolations(reaches.map(violationOf)),
  );
}

/** How a workload reaches metadata services: past all policies, by no policy being there, or by one that allows it. */
interface Reach {
  readonly workload: Workload;
  readonly addresses: readonly string[];
  readonly how: 'host' | 'unguarded' | { readonly by: string };
}

function reachOf(
  workload: Workload,
  services: readonly MetadataService[],
  inventory: Context['inventory'],
): Reach[] {
  if (workload.hostNetwork)
    return [
      {
        workload,
        addresses: services.map(({ address }) => address),
        how: 'host',
      },
    ];
  const reached = services.flatMap(({ address, traffic }) => {
    const protection = protectionOfWorkload(
      workload,
      'egress',
      inventory,
      traffic,
    );
    return protection.state === 'refused' ? [] : [{ address, protection }];
  });
  if (reached.length === 0) return [];
  const { openedBy } = reached[0].protection;
  return [
    {
      workload,
      addresses: reached.map(({ address }) => address),
      how: openedBy ? { by: wordsOf(openedBy) } : 'unguarded',
    },
  ];
}

function violationOf(reach: Reach): Violation {
  const { kind, name } = reach.workload.subject;
  return {
    path: `${kind} ${reach.workload.namespace}/${name} ${reach.workload.specPath}`,
    field: `${kind} ${name}`,
    message: `${kind} "${name}" can reach ${addressesOf(reach)}: ${reasonOf(
      reach,
    )}`,
    actual: reach.addresses,
    expected: 'refused',
  };
}

function reasonOf({ how }: Reach): string {
  if (how === 'host') return 'on the network of its host no policy holds';
  return how === 'unguarded'
    ? 'no policy is about its egress'
    : `${how.by} allows it`;
}

function addressesOf({ addresses }: Reach): string {
  return addresses.join(', ');
}

/** A policy that allows all but the metadata services. Only where no pod is bound yet: policies add up, so it would open those that are. */
function policyWithout(
  { name }: SubjectRef,
  [violation]: readonly (Violation | undefined)[],
): readonly KubernetesObject[] | undefined {
  if (violation?.field !== WHOLE_NAMESPACE) return undefined;
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'no-metadata-service', namespace: name },
      spec: {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [
          {
            to: [
              { namespaceSelector: {} },
              blockWithout(
                '0.0.0.0/0',
                '/32',
                address => !address.includes(':'),
              ),
              blockWithout('::/0', '/128', address => address.includes(':')),
            ],
          },
        ],
      },
    },
  ];
}

function blockWithout(
  cidr: string,
  length: string,
  isOfFamily: (address: string) => boolean,
) {
  return {
    ipBlock: {
      cidr,
      except: METADATA_ADDRESSES.filter(isOfFamily).map(
        address => `${address}${length}`,
      ),
    },
  };
}
