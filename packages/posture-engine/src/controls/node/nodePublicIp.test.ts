import { testControl } from '../../testing';
import { nodePublicIp } from './nodePublicIp';

const node = (addresses: string) => ({
  given: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { addresses: ${addresses} }`,
  fromCluster: true,
});

testControl(nodePublicIp, [
  {
    name: 'internal only',
    ...node('[{ type: InternalIP, address: 10.0.0.1 }]'),
    outcome: 'pass',
  },
  {
    name: 'a public one',
    ...node(
      '[{ type: InternalIP, address: 10.0.0.1 }, { type: ExternalIP, address: 34.90.1.2 }]',
    ),
    outcome: 'fail',
    severity: 'medium',
    at: ['status.addresses[1].address'],
    message: 'the node has a public address',
  },
  {
    name: 'public ones of both families',
    ...node(
      '[{ type: ExternalIP, address: 34.90.1.2 }, { type: ExternalIP, address: "2a00:1450::1" }]',
    ),
    outcome: 'fail',
    at: ['status.addresses[0].address', 'status.addresses[1].address'],
  },
  ...['192.168.1.5', '100.64.1.5', '169.254.1.5', '"fd00::5"', '"fe80::5"'].map(
    address => ({
      name: `an external one that is not public: ${address}`,
      ...node(`[{ type: ExternalIP, address: ${address} }]`),
      outcome: 'pass' as const,
    }),
  ),
  {
    name: 'an internal one that is public',
    ...node('[{ type: InternalIP, address: 34.90.1.2 }]'),
    outcome: 'pass',
  },
  {
    name: 'an empty external one',
    ...node('[{ type: ExternalIP, address: "" }]'),
    outcome: 'pass',
  },
  {
    name: 'none at all',
    ...node('null'),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'the wrong type',
    ...node('[{ type: ExternalIP, address: 7 }]'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['status.addresses[0].address'],
  },
]);
