import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { reasonMissing } from '../../kit/reasonMissing';
import { parseAddress } from '../../read/addressRange';
import { isPublicAddress } from '../../read/isPublicAddress';
import { objectsAt, stringsAt } from '../../read/typedReads';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: default }`;

const resolvedTo = (...addresses: readonly string[]) => ({
  given: NAMESPACE,
  surroundings: {
    fromCluster: true,
    evidence: {
      probes: [
        {
          probe: 'addresses' as const,
          host: 'api.cluster.example.com',
          addresses,
        },
      ],
    },
  },
});

export const apiserverPrivateEndpoint = defineClusterControl({
  id: 'apiserver-private-endpoint',
  title: 'The API server is not open to the internet',
  failureTitle: 'The API server has a public address',
  why: 'An API server that the whole internet reaches is tried by everyone, and each stolen token and each hole in it works from anywhere.',
  fix: 'Close the public endpoint, or admit the networks of your operators only. EKS: `endpointPublicAccess=false`, or `publicAccessCidrs`. GKE: a private endpoint, or authorised networks. AKS: a private cluster, or authorised IP ranges. Where the public address stays and a list of networks guards it, attest that.',
  severity: 'high',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4'],
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/controlling-access/',
  ],
  needs: ['probes', 'endpointSlices'],
  reads:
    'Where probes are switched on, the addresses that the name of the API server resolves to, as seen from the scanner: one that is not private (RFC 1918, carrier-grade NAT, link-local, ULA) fails. The EndpointSlice `default/kubernetes`: a public address there fails as well.',
  notes:
    'That all addresses are private is weak evidence, and the note of the pass says so: inside the same network the name resolves to the private address even where a public one is open beside it (EKS with both). Whether a list of allowed networks guards a public address cannot be seen, so an attestation makes that failure pass. Behind a proxy of clusters only the proxy is seen, and nothing is judged.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      resolvedTo('10.0.12.7', 'fd00:10::7'),
      {
        ...resolvedTo('203.0.113.10'),
        surroundings: {
          ...resolvedTo('203.0.113.10').surroundings,
          attestations: [
            {
              control: 'apiserver-private-endpoint',
              outcome: 'pass',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    fail: [resolvedTo('10.0.12.7', '203.0.113.10')],
    notEvaluated: [
      {
        given: NAMESPACE,
        surroundings: { fromCluster: true, unread: { probes: 'probeOff' } },
      },
    ],
  },
  evaluate(_, context: Context) {
    const probed = probedAddresses(context);
    const open = [
      ...(probed ?? []).filter(isPublicAddress).map(violationOfName),
      ...slicedAddresses(context).filter(isPublicAddress).map(violationOfSlice),
    ];
    if (open.length > 0) return { ...fail(open), mayBeAttested: true };
    return probed ? judgeProbed(probed) : withoutProbe(context);
  },
});

type Context = ControlContext<'probes' | 'endpointSlices'>;

function probedAddresses({
  inventory,
}: Context): readonly string[] | undefined {
  const probes = unlessMissing(() => inventory.probes) ?? [];
  const found = probes.find(one => one.probe === 'addresses');
  return found?.probe === 'addresses' ? found.addresses : undefined;
}

function slicedAddresses({ inventory }: Context): readonly string[] {
  const slices = unlessMissing(() => inventory.endpointSlices) ?? [];
  return slices
    .filter(
      ({ metadata }) =>
        metadata.namespace === 'default' && metadata.name === 'kubernetes',
    )
    .flatMap(slice => objectsAt(slice, 'endpoints', ''))
    .flatMap(endpoint => stringsAt(endpoint, 'addresses', 'endpoints'));
}

function violationOfName(address: string): Violation {
  return {
    path: 'API server',
    field: `API server address ${address}`,
    message: 'the name of the API server resolves to a public address',
    actual: address,
    expected: 'private addresses only',
  };
}

function violationOfSlice(address: string): Violation {
  return {
    path: 'EndpointSlice default/kubernetes endpoints',
    field: `EndpointSlice default/kubernetes ${address}`,
    message: 'an API server answers at a public address',
    actual: address,
    expected: 'private addresses only',
  };
}

function judgeProbed(addresses: readonly string[]): Judgement {
  const isKnown =
    addresses.length > 0 &&
    addresses.every(text => parseAddress(text) !== undefined);
  return isKnown
    ? pass(
        'low confidence: the name resolves to private addresses as seen from here, a public endpoint may be open beside it',
      )
    : notEvaluated('partial', 'the name of the API server resolves to nothing');
}

function withoutProbe({ inventory }: Context): Judgement {
  const reason = reasonMissing(() => inventory.probes);
  return reason
    ? notEvaluated(reason, 'the address of the API server was not looked up')
    : notEvaluated('partial', 'the address of the API server is not visible');
}
