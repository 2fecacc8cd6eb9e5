import { EvidenceLists } from '../../model/evidence';
import { NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverPrivateEndpoint } from './apiserverPrivateEndpoint';

const resolved = (...addresses: readonly string[]) => ({
  given: NOTHING,
  fromCluster: true,
  evidence: {
    probes: [
      { probe: 'addresses', host: 'api.example.com', addresses },
    ] as EvidenceLists['probes'][],
  },
});
const slice = (address: string, namespace = 'default') => `${NOTHING}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: kubernetes, namespace: ${namespace} }
endpoints: [{ addresses: ["${address}"] }]
ports: [{ port: 6443 }]`;
const ATTESTED = {
  control: 'apiserver-private-endpoint',
  outcome: 'pass' as const,
  author: 'user:default/vera',
  expiresAt: Date.UTC(2027, 0, 1),
};

testControl(apiserverPrivateEndpoint, [
  ...[
    '10.255.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.1.1',
    'fd12:3456::1',
    'fe80::1',
  ].map(address => ({
    name: `private: ${address}`,
    ...resolved(address),
    outcome: 'pass' as const,
    note: /^low confidence/,
  })),
  ...[
    '172.32.0.1',
    '192.169.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '203.0.113.10',
    '2001:db8::1',
  ].map(address => ({
    name: `public: ${address}`,
    ...resolved('10.0.0.1', address),
    outcome: 'fail' as const,
    severity: 'high' as const,
    message: 'the name of the API server resolves to a public address',
  })),
  {
    name: 'public, with a list of networks that somebody attested',
    ...resolved('203.0.113.10'),
    attestations: [ATTESTED],
    outcome: 'pass',
    note: /vera/,
  },
  {
    name: 'public, with an attestation that has expired',
    ...resolved('203.0.113.10'),
    attestations: [{ ...ATTESTED, expiresAt: Date.UTC(2026, 0, 1) }],
    outcome: 'fail',
  },
  {
    name: 'a name that resolves to nothing',
    ...resolved(),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an answer that is no address',
    ...resolved('10.0.0.1', 'somewhere'),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a public address of the API servers themselves',
    given: slice('203.0.113.10'),
    fromCluster: true,
    unread: { probes: 'probeOff' },
    outcome: 'fail',
    at: ['EndpointSlice default/kubernetes endpoints'],
  },
  {
    name: 'a private address of the API servers, which proves nothing',
    given: slice('10.0.0.1'),
    fromCluster: true,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'a slice of that name somewhere else',
    given: slice('203.0.113.10', 'shop'),
    fromCluster: true,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'probes that did not look the name up, as behind a proxy',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'EKS, whose endpoint is a setting of its owner',
    ...ON_EKS,
    evidence: resolved('203.0.113.10').evidence,
    outcome: 'fail',
  },
]);
