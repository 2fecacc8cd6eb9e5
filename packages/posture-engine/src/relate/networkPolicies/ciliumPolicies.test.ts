import { networkPolicyCoverage } from '../../controls/network/networkPolicyCoverage';
import { testControl } from '../../testing';
import { DENY, SHOP, uncovered, webWith } from '../../testing/policyCases';

const WEB_PODS = 'endpointSelector: { matchLabels: { app: web } }';
const BOTH = 'ingress: [{}], egress: [{}]';

const cilium = (spec: string, namespace = 'shop') =>
  `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: policy, namespace: ${namespace} }
${spec.startsWith('specs') ? '' : 'spec: '}${spec}`;
const clusterwide = (spec: string) =>
  `apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: { name: everywhere }
spec: ${spec}`;
const selecting = (selector: string) =>
  clusterwide(`{ endpointSelector: ${selector}, ${BOTH} }`);
const OPENED = 'CiliumNetworkPolicy shop/policy allows all egress';

describe('policies of Cilium', () => {
  testControl(
    networkPolicyCoverage,
    (
      [
        ['an empty rule refuses all', cilium(`{ ${WEB_PODS}, ${BOTH} }`)],
        [
          'a label with its source',
          cilium(
            `{ endpointSelector: { matchLabels: { "k8s:app": web } }, ${BOTH} }`,
          ),
        ],
        [
          'a label of any source',
          cilium(
            `{ endpointSelector: { matchLabels: { "any:app": web } }, ${BOTH} }`,
          ),
        ],
        [
          'expressions',
          cilium(
            `{ endpointSelector: { matchExpressions: [{ key: "k8s:app", operator: In, values: [web] }, { key: batch, operator: DoesNotExist }] }, ${BOTH} }`,
          ),
        ],
        [
          'all entries of specs, one for each direction',
          cilium(
            `specs: [{ ${WEB_PODS}, ingress: [{}] }, { endpointSelector: {}, egress: [{}] }]`,
          ),
        ],
        [
          'lists that refuse',
          cilium(
            `{ ${WEB_PODS}, ingressDeny: [{ fromEntities: [world] }], egressDeny: [{ toCIDR: [10.0.0.0/8] }] }`,
          ),
        ],
        [
          'a default that is said to refuse',
          cilium(
            `{ ${WEB_PODS}, ingress: [{}], enableDefaultDeny: { egress: true } }`,
          ),
        ],
        [
          'what one policy refuses to all no other allows',
          cilium(
            `specs: [{ ${WEB_PODS}, egress: [{ toEntities: [all] }], ingress: [{}] }, { endpointSelector: {}, egressDeny: [{ toEntities: [all] }] }]`,
          ),
        ],
        [
          'everything outside the cluster is not everything',
          cilium(
            `{ ${WEB_PODS}, ingress: [{}], egress: [{ toEntities: [world] }, { toCIDR: [0.0.0.0/0] }] }`,
          ),
        ],
        [
          'every peer on some ports is not everything',
          cilium(
            `{ ${WEB_PODS}, ingress: [{}], egress: [{ toEntities: [all], toPorts: [{ ports: [{ port: "443" }] }] }] }`,
          ),
        ],
        ['cluster-wide, every pod', selecting('{}')],
        [
          'cluster-wide, by the name of the namespace',
          selecting(
            '{ matchLabels: { "k8s:io.kubernetes.pod.namespace": shop } }',
          ),
        ],
        [
          'cluster-wide, by a label of the namespace',
          selecting(
            '{ matchLabels: { "k8s:io.cilium.k8s.namespace.labels.team": sales } }',
          ),
        ],
        [
          'cluster-wide, by the service account',
          selecting(
            '{ matchLabels: { "k8s:io.cilium.k8s.policy.serviceaccount": seller } }',
          ),
        ],
        [
          'cluster-wide, all but the namespaces of the cluster',
          selecting(
            '{ matchExpressions: [{ key: "k8s:io.kubernetes.pod.namespace", operator: NotIn, values: [kube-system] }] }',
          ),
        ],
        [
          'a namespace that a policy of another names is not asked',
          cilium(
            `{ endpointSelector: { matchLabels: { app: web, "k8s:io.kubernetes.pod.namespace": other } }, ${BOTH} }`,
          ),
        ],
      ] as const
    ).map(([name, policy]) => ({
      name,
      given: webWith(SHOP, policy),
      outcome: 'pass' as const,
    })),
  );

  testControl(
    networkPolicyCoverage,
    (
      [
        [
          'an empty list',
          uncovered('egress'),
          cilium(`{ ${WEB_PODS}, ingress: [{}], egress: [] }`),
        ],
        [
          'a default that is said not to refuse',
          uncovered('ingress'),
          cilium(
            `{ ${WEB_PODS}, ${BOTH}, enableDefaultDeny: { ingress: false } }`,
          ),
        ],
        [
          'other pods',
          uncovered('ingress'),
          cilium(
            `{ endpointSelector: { matchLabels: { "k8s:app": db } }, ${BOTH} }`,
          ),
        ],
        [
          'labels of another source',
          uncovered('ingress'),
          selecting('{ matchLabels: { "reserved:init": "" } }'),
        ],
        [
          'another namespace',
          uncovered('ingress'),
          cilium(`{ ${WEB_PODS}, ${BOTH} }`, 'other'),
        ],
        [
          'cluster-wide, another namespace',
          uncovered('ingress'),
          selecting(
            '{ matchLabels: { "k8s:io.kubernetes.pod.namespace": other } }',
          ),
        ],
        [
          'cluster-wide, other namespaces by label',
          uncovered('ingress'),
          selecting(
            '{ matchLabels: { "k8s:io.cilium.k8s.namespace.labels.team": ops } }',
          ),
        ],
        [
          'cluster-wide, another account',
          uncovered('ingress'),
          selecting(
            '{ matchLabels: { "io.cilium.k8s.policy.serviceaccount": default } }',
          ),
        ],
        [
          'cluster-wide, for nodes',
          uncovered('ingress'),
          clusterwide(`{ nodeSelector: {}, ${BOTH} }`),
        ],
        [
          'all entities',
          OPENED,
          cilium(
            `{ ${WEB_PODS}, ingress: [{}], egress: [{ toEntities: [all] }] }`,
          ),
        ],
        [
          'the cluster and the world',
          OPENED,
          cilium(
            `{ ${WEB_PODS}, ingress: [{}], egress: [{ toEntities: [cluster, world] }] }`,
          ),
        ],
        [
          'all entities, of a policy that does not isolate',
          OPENED,
          `${DENY}\n---\n${cilium(
            `{ ${WEB_PODS}, egress: [{ toEntities: [all] }], enableDefaultDeny: { egress: false } }`,
          )}`,
        ],
      ] as const
    ).map(([name, message, policy]) => ({
      name,
      given: webWith(SHOP, policy),
      outcome: 'fail' as const,
      message,
    })),
  );

  testControl(
    networkPolicyCoverage,
    [
      `{ ${BOTH} }`,
      `{ endpointSelector: web, ${BOTH} }`,
      `{ ${WEB_PODS}, ingress: [all] }`,
      `{ ${WEB_PODS}, egress: [{ toCIDRSet: [{ cidr: here }] }] }`,
      `{ ${WEB_PODS}, enableDefaultDeny: { ingress: "no" } }`,
    ].map(spec => ({
      name: `${spec} cannot be read`,
      given: webWith(SHOP, DENY, cilium(spec)),
      outcome: 'notEvaluated' as const,
      reason: 'parseError' as const,
    })),
  );
});
