import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineNodeControl, fail, notEvaluated, pass } from '../../kit';
import { isPublicAddress } from '../../read/isPublicAddress';
import { objectOrEmpty, objectsAt, stringAt } from '../../read/typedReads';

const PATH = 'status.addresses';

const node = (...addresses: readonly string[]) =>
  [
    'apiVersion: v1',
    'kind: Node',
    'metadata: { name: worker-1 }',
    'status:',
    '  addresses:',
    ...addresses.map(address => `    - ${address}`),
  ].join('\n');

export const nodePublicIp = defineNodeControl({
  id: 'node-public-ip',
  title: 'The node has no public address',
  failureTitle: 'The node has an address on the internet',
  why: 'A node with a public address is one wrong firewall rule away from having its kubelet, its SSH server and its node ports attacked from anywhere.',
  fix: 'Move the workloads to nodes in a private network that reach the internet through a NAT gateway. EKS: node groups in private subnets. GKE: `--enable-private-nodes`. AKS: `--enable-node-public-ip` off.',
  severity: 'medium',
  category: 'node',
  scope: 'node',
  frameworks: {
    nsa: ['N5'],
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/node/node-status/#addresses',
  ],
  needs: [],
  reads:
    '`status.addresses` of the node: those of type `ExternalIP`. Addresses that are private, of a carrier, link-local or unique local are not public.',
  notes:
    'Whether a firewall lets anybody through to the address cannot be seen: nodes of GKE show one that its firewall closes by default.',
  examples: {
    pass: [node('{ type: InternalIP, address: 10.0.10.11 }')],
    fail: [
      node(
        '{ type: InternalIP, address: 10.132.0.10 }',
        '{ type: ExternalIP, address: 203.0.113.10 }',
      ),
    ],
    notEvaluated: [
      'apiVersion: v1\nkind: Node\nmetadata: { name: worker-1 }\nstatus: {}',
    ],
  },
  exampleSurroundings: { fromCluster: true },
  evaluate({ object }): Judgement {
    const addresses = addressesOf(object);
    if (addresses.length === 0)
      return notEvaluated('partial', 'the node reports no addresses');
    const violations = addresses
      .map(({ type, address }, index) => ({ type, address, index }))
      .filter(
        ({ type, address = '' }) =>
          type === 'ExternalIP' && isPublicAddress(address),
      )
      .map(({ address = '', index }) => ({
        path: `${PATH}[${index}].address`,
        field: `${PATH}[ExternalIP]`,
        message: 'the node has a public address',
        actual: address,
        expected: 'private addresses only',
      }));
    return violations.length > 0 ? fail(violations) : pass();
  },
});

function addressesOf(object: KubernetesObject) {
  const status = objectOrEmpty(object, 'status', '');
  return objectsAt(status, 'addresses', 'status').map((item, index) => ({
    type: stringAt(item, 'type', `${PATH}[${index}]`),
    address: stringAt(item, 'address', `${PATH}[${index}]`),
  }));
}
