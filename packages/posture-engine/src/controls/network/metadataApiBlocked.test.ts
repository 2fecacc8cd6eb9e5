import { judgeCase, testControl } from '../../testing';
import {
  DENY,
  networkPolicy,
  SHOP,
  WEB,
  webWith,
} from '../../testing/policyCases';
import { metadataApiBlocked } from './metadataApiBlocked';

const node = (providerId: string, name = 'node-1') => `apiVersion: v1
kind: Node
metadata: { name: ${name} }
spec: { providerID: "${providerId}" }`;
const GOOGLE = node('gce://project/europe-west1-b/node-1');
const AMAZON = node('aws:///eu-central-1a/i-0123456789');
const given = (...documents: string[]) => webWith(SHOP, ...documents);
const egress = (rules: string) =>
  networkPolicy(`{ podSelector: {}, policyTypes: [Egress], egress: ${rules} }`);
const DB = WEB.replace(/\bweb\b/g, 'db');
testControl(metadataApiBlocked, [
  {
    name: 'no policy: one violation of the namespace',
    given: given(GOOGLE, DB),
    fromCluster: true,
    outcome: 'fail',
    severity: 'medium',
    at: [''],
    message: 'no policy bounds what the pods reach, 169.254.169.254 included',
  },
  {
    name: 'a pass says what it depends on',
    given: given(GOOGLE, DENY),
    fromCluster: true,
    outcome: 'pass',
    note: /link-local/,
  },
  {
    name: 'one workload of two is not bound: it is named',
    given: given(
      GOOGLE,
      DB,
      networkPolicy(
        '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['Deployment shop/db spec.template.spec'],
    message:
      'Deployment "db" can reach 169.254.169.254: no policy is about its egress',
  },
  {
    name: 'a pod on the network of its host is named',
    given: given(GOOGLE, DENY).replace(
      'spec: { serviceAccountName',
      'spec: { hostNetwork: true, serviceAccountName',
    ),
    fromCluster: true,
    outcome: 'fail',
    message:
      'Deployment "web" can reach 169.254.169.254: on the network of its host no policy holds',
  },
  {
    name: 'AWS has more addresses',
    given: given(
      AMAZON,
      egress(
        '[{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.169.254/32] } }, { ipBlock: { cidr: "::/0" } }] }]',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    message:
      'Deployment "web" can reach 169.254.170.23, fd00:ec2::254: NetworkPolicy shop/policy allows it',
  },
  {
    name: 'nodes of a cloud and of none',
    given: given(node('k3s://one', 'one'), GOOGLE),
    fromCluster: true,
    outcome: 'fail',
  },
  ...['k3s://server-1', 'kind://docker/kind/node', ''].map(providerId => ({
    name: `nodes of no cloud: ${providerId}`,
    given: given(node(providerId)),
    fromCluster: true,
    outcome: 'notApplicable' as const,
    reason: 'nothingToJudge' as const,
  })),
  {
    name: 'manifests, which have no nodes',
    given: given(),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'policies that may not be listed',
    given: given(GOOGLE, DENY),
    fromCluster: true,
    unread: { calicoNetworkPolicies: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a namespace without pods',
    given: `${SHOP}\n---\n${GOOGLE}`,
    fromCluster: true,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a namespace of the cluster',
    given: given(GOOGLE).replace(/shop/g, 'kube-system'),
    fromCluster: true,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
]);

describe('the remedy', () => {
  const remedyFor = (...documents: string[]) => {
    const { subject, violations } = judgeCase(metadataApiBlocked, {
      name: '',
      given: given(...documents),
      fromCluster: true,
      outcome: 'fail',
    });
    return metadataApiBlocked.remedy?.(subject, violations);
  };

  it('leaves every metadata address out', () => {
    expect(remedyFor(GOOGLE)).toMatchObject([
      {
        metadata: { name: 'no-metadata-service', namespace: 'shop' },
        spec: {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [
            {
              to: [
                { namespaceSelector: {} },
                {
                  ipBlock: {
                    cidr: '0.0.0.0/0',
                    except: [
                      '169.254.169.254/32',
                      '169.254.170.23/32',
                      '100.100.100.200/32',
                    ],
                  },
                },
                { ipBlock: { cidr: '::/0', except: ['fd00:ec2::254/128'] } },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('is not given where it would open pods that are bound', () => {
    expect(
      remedyFor(
        GOOGLE,
        DB,
        networkPolicy(
          '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }',
        ),
      ),
    ).toBeUndefined();
  });
});
