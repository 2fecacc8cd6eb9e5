import { networkPolicyCoverage } from '../../controls/network/networkPolicyCoverage';
import { testControl } from '../../testing';
import {
  DENY,
  networkPolicy,
  SHOP,
  uncovered,
  webWith,
} from '../../testing/policyCases';

const V3 = 'projectcalico.org/v3';
const CRD = 'crd.projectcalico.org/v1';
const BOTH = 'types: [Ingress, Egress]';

interface PolicyOptions {
  readonly api?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly kind?: string;
}

const calico = (
  spec: string,
  {
    api = V3,
    name = 'policy',
    namespace = 'shop',
    kind = 'NetworkPolicy',
  }: PolicyOptions = {},
) => `apiVersion: ${api}
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}`;
const global = (
  spec: string,
  { api = CRD, name = 'global' }: PolicyOptions = {},
) =>
  `apiVersion: ${api}
kind: GlobalNetworkPolicy
metadata: { name: ${name} }
spec: ${spec}`;
const SELLER = `apiVersion: v1
kind: ServiceAccount
metadata: { name: seller, namespace: shop, labels: { role: sales } }`;

describe('policies of Calico', () => {
  testControl(
    networkPolicyCoverage,
    (
      [
        ['no rules', calico(`{ selector: "app == 'web'", ${BOTH} }`)],
        ['no selector selects all', calico(`{ ${BOTH} }`)],
        [
          'as Calico stores them',
          calico(`{ selector: all(), ${BOTH} }`, {
            api: CRD,
            name: 'default.policy',
          }),
        ],
        [
          'without types, by the rules',
          calico(
            '{ ingress: [{ action: Allow, source: { selector: all() } }], egress: [{ action: Deny }] }',
          ),
        ],
        ['global', global(`{ selector: all(), ${BOTH} }`)],
        [
          'global, of some namespaces',
          global(`{ namespaceSelector: "team == 'sales'", ${BOTH} }`),
        ],
        [
          'global, by the name of the namespace',
          global(
            `{ selector: "projectcalico.org/namespace not in {'kube-system', 'calico-system'}", ${BOTH} }`,
          ),
        ],
        [
          'global, by the service account',
          global(
            `{ selector: "projectcalico.org/serviceaccount == 'seller'", ${BOTH} }`,
          ),
        ],
        [
          'global, by labels of the service account',
          global(`{ serviceAccountSelector: "role == 'sales'", ${BOTH} }`),
        ],
        [
          'as its documentation refuses by default, but for DNS',
          global(
            `{ namespaceSelector: has(projectcalico.org/name), ${BOTH}, egress: [{ action: Allow, protocol: UDP, destination: { selector: k8s-app == "kube-dns", ports: [53] } }] }`,
          ),
        ],
        [
          'a log refuses and allows nothing',
          calico(
            `{ ${BOTH}, egress: [{ action: Log }, { action: Deny }, { action: Allow }] }`,
          ),
        ],
        [
          'refuses before an open policy of a higher order',
          `${calico(
            `{ order: 10, ${BOTH}, ingress: [{ action: Deny }] }`,
          )}\n---\n${calico(
            '{ order: 20, types: [Ingress], ingress: [{ action: Allow }] }',
            { name: 'later' },
          )}`,
        ],
        [
          'refuses before an open NetworkPolicy',
          `${global(
            `{ order: 10, ${BOTH}, ingress: [{ action: Deny }] }`,
          )}\n---\n${networkPolicy('{ ingress: [{}] }')}`,
        ],
        [
          'a tier that comes before passes on',
          `${DENY}\n---\n${global(
            '{ tier: security, types: [Ingress], ingress: [{ action: Pass }, { action: Allow }] }',
            { name: 'security.pass' },
          )}`,
        ],
        [
          'one port of every peer is not everything',
          calico(
            `{ ${BOTH}, egress: [{ action: Allow, protocol: TCP, destination: { ports: [443] } }] }`,
          ),
        ],
        [
          'one protocol is not everything',
          calico(`{ ${BOTH}, egress: [{ action: Allow, protocol: UDP }] }`),
        ],
        [
          'all endpoints are not everything',
          calico(
            `{ ${BOTH}, egress: [{ action: Allow, destination: { selector: all() } }] }`,
          ),
        ],
        [
          'policies for the interfaces of nodes are not about pods',
          `${DENY}\n---\n${global(
            '{ preDNAT: true, applyOnForward: true, types: [Ingress], ingress: [{ action: Allow }] }',
          )}`,
        ],
        [
          'policies of other kinds that its API shows again',
          `${DENY}\n---\n${calico(
            '{ types: [Ingress], ingress: [{ action: Allow }] }',
            { name: 'knp.default.deny' },
          )}`,
        ],
      ] as const
    ).map(([name, policy]) => ({
      name,
      given: webWith(SHOP, SELLER, policy),
      outcome: 'pass' as const,
    })),
  );

  testControl(
    networkPolicyCoverage,
    (
      [
        [
          'without types and rules: ingress alone',
          uncovered('egress'),
          calico('{ selector: all() }'),
        ],
        [
          'without types, egress rules alone',
          uncovered('ingress'),
          calico('{ egress: [{ action: Deny }] }'),
        ],
        [
          'other pods',
          uncovered('ingress'),
          calico(`{ selector: "app == 'db'", ${BOTH} }`),
        ],
        [
          'another namespace',
          uncovered('ingress'),
          calico(`{ ${BOTH} }`, { namespace: 'other' }),
        ],
        [
          'global, of other namespaces',
          uncovered('ingress'),
          global(`{ namespaceSelector: "team == 'ops'", ${BOTH} }`),
        ],
        [
          'global, for what has no namespace',
          uncovered('ingress'),
          global(`{ namespaceSelector: global(), ${BOTH} }`),
        ],
        [
          'global, of other accounts',
          uncovered('ingress'),
          global(`{ serviceAccountSelector: "role == 'ops'", ${BOTH} }`),
        ],
        [
          'staged policies enforce nothing',
          uncovered('ingress'),
          calico(`{ ${BOTH} }`, { kind: 'StagedNetworkPolicy' }),
        ],
        [
          'allows all',
          'NetworkPolicy shop/policy allows all ingress',
          calico(`{ ${BOTH}, ingress: [{ action: Allow }] }`),
        ],
        [
          'allows all addresses',
          'NetworkPolicy shop/policy allows all egress',
          calico(
            `{ ${BOTH}, egress: [{ action: Allow, destination: { nets: [0.0.0.0/0] } }] }`,
          ),
        ],
        [
          'allows all with empty peers',
          'NetworkPolicy shop/policy allows all egress',
          calico(
            `{ ${BOTH}, egress: [{ action: Allow, source: {}, destination: { ports: [] } }] }`,
          ),
        ],
        [
          'allows all before another refuses',
          'NetworkPolicy shop/policy allows all ingress',
          `${calico(`{ order: 20, ${BOTH}, ingress: [{ action: Deny }] }`, {
            name: 'later',
          })}\n---\n${calico(
            '{ order: 10, types: [Ingress], ingress: [{ action: Allow }] }',
          )}`,
        ],
        [
          'a tier that comes before allows all',
          'GlobalNetworkPolicy security.open allows all ingress',
          `${DENY}\n---\n${global(
            '{ tier: security, types: [Ingress], ingress: [{ action: Allow }] }',
            { name: 'security.open' },
          )}`,
        ],
      ] as const
    ).map(([name, message, policy]) => ({
      name,
      given: webWith(SHOP, SELLER, policy),
      outcome: 'fail' as const,
      message,
    })),
  );

  testControl(networkPolicyCoverage, [
    ...[
      "{ selector: 'app = web' }",
      '{ selector: 7 }',
      '{ types: [Both] }',
      '{ ingress: [{ action: Reject }] }',
      '{ egress: [{ action: Allow, destination: { nets: [here] } }] }',
      `{ selector: "${'!'.repeat(60)}has(app)" }`,
      `{ selector: "${Array.from(
        { length: 10_000 },
        (_, index) => `app != 'a${index}'`,
      ).join(' && ')}" }`,
    ].map(spec => ({
      name: `${spec.slice(0, 60)} cannot be read`,
      given: webWith(SHOP, DENY, calico(spec)),
      outcome: 'notEvaluated' as const,
      reason: 'parseError' as const,
    })),
    {
      name: 'labels of a namespace that was not read',
      given: webWith(
        global(`{ namespaceSelector: "team == 'sales'", ${BOTH} }`),
      ),
      outcome: 'notEvaluated',
      reason: 'partial',
    },
    {
      name: 'labels of accounts that may not be read',
      given: webWith(
        SHOP,
        global(`{ serviceAccountSelector: "role == 'sales'", ${BOTH} }`),
      ),
      unread: { serviceAccounts: 'forbidden' },
      outcome: 'notEvaluated',
      reason: 'forbidden',
    },
  ]);
});
