import { KubernetesObject } from '../../model/kubernetesObject';
import { AddressRange, isWholeRange } from '../../read/addressRange';
import { MalformedInput } from '../../read/malformedInput';
import {
  JsonObject,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { readObjectSelector } from '../objectSelector';
import { matcherOf, LabelMatcher } from './podMatcher';
import {
  COMMON_ORDER,
  DEFAULT_LAYER,
  DirectionRules,
  PolicyPart,
} from './policyPart';
import {
  ALL_PORTS,
  rangeAt,
  rangesAt,
  refOf,
  wordAt,
  wordsOf,
} from './readPolicy';
import { Direction, PortRange, TrafficRule } from './trafficRule';

const TYPES: Readonly<Record<string, Direction>> = {
  Ingress: 'ingress',
  Egress: 'egress',
};

/**
 * Reads a NetworkPolicy (networking.k8s.io/v1). Without `policyTypes` it is about ingress, and about egress where it has a rule for it.
 * Throws MalformedInput where a part of it cannot be read.
 */
export function networkPolicyParts(policy: KubernetesObject): PolicyPart[] {
  const ref = refOf(policy);
  const path = `${wordsOf(ref)}.spec`;
  const spec = objectOrEmpty(policy, 'spec', wordsOf(ref));
  const pods = podSelectorOf(policy);
  return [
    {
      policy: ref,
      layer: DEFAULT_LAYER,
      order: COMMON_ORDER,
      podsIn: () => pods,
      ...directionsOf(spec, path),
    },
  ];
}

/** The pods of its own namespace that a NetworkPolicy selects; without a selector, all of them. */
export function podSelectorOf(policy: KubernetesObject): LabelMatcher {
  const words = wordsOf(refOf(policy));
  return matcherOf(
    readObjectSelector(
      objectOrEmpty(
        objectOrEmpty(policy, 'spec', words),
        'podSelector',
        `${words}.spec`,
      ),
      `${words}.spec.podSelector`,
    ),
  );
}

function directionsOf(
  spec: JsonObject,
  path: string,
): { readonly [Name in Direction]?: DirectionRules } {
  const named = stringsAt(spec, 'policyTypes', path).map((type, index) =>
    wordAt(type, TYPES, `${path}.policyTypes[${index}]`),
  );
  const ingress = rulesAt(spec, 'ingress', 'from', path);
  const egress = rulesAt(spec, 'egress', 'to', path);
  const has = (direction: Direction, byDefault: boolean) =>
    named.length ? named.includes(direction) : byDefault;
  return {
    ...(has('ingress', true) ? { ingress } : {}),
    ...(has('egress', egress.rules.length > 0) ? { egress } : {}),
  };
}

function rulesAt(
  spec: JsonObject,
  key: Direction,
  peers: 'from' | 'to',
  path: string,
): DirectionRules {
  return {
    isolates: true,
    rules: objectsAt(spec, key, path).map((rule, index) =>
      ruleOf(rule, peers, `${path}.${key}[${index}]`),
    ),
  };
}

function ruleOf(
  rule: JsonObject,
  peersKey: 'from' | 'to',
  path: string,
): TrafficRule {
  const peers = objectsAt(rule, peersKey, path);
  const ranges = peers.flatMap((peer, index) =>
    rangesOfPeer(peer, `${path}.${peersKey}[${index}]`),
  );
  const ports = objectsAt(rule, 'ports', path);
  return {
    action: 'allow',
    everyone: peers.length === 0,
    everyAddress: ranges.some(isWholeRange),
    ranges,
    ports: ports.length
      ? ports.flatMap((port, index) => portOf(port, `${path}.ports[${index}]`))
      : undefined,
  };
}

/** Peers that are pods have no address that a rule could be asked for. */
function rangesOfPeer(peer: JsonObject, path: string): AddressRange[] {
  const block = objectAt(peer, 'ipBlock', path);
  const selectors = ['podSelector', 'namespaceSelector'].filter(key => {
    const selector = objectAt(peer, key, path);
    if (selector) readObjectSelector(selector, `${path}.${key}`);
    return selector !== undefined;
  });
  if (!block && selectors.length === 0)
    throw new MalformedInput(path, 'a peer', 'an object that names none');
  if (!block) return [];
  const at = `${path}.ipBlock`;
  return [
    rangeAt(
      stringAt(block, 'cidr', at),
      `${at}.cidr`,
      rangesAt(block, 'except', at),
    ),
  ];
}

/** The TCP ports of an entry: a port by name is one of a pod's, and no address has names. */
function portOf(entry: JsonObject, path: string): PortRange[] {
  if ((stringAt(entry, 'protocol', path) ?? 'TCP') !== 'TCP') return [];
  if (entry.port === undefined || entry.port === null) return [ALL_PORTS];
  if (typeof entry.port === 'string') return [];
  const first = numberAt(entry, 'port', path) ?? ALL_PORTS.first;
  return [{ first, last: numberAt(entry, 'endPort', path) ?? first }];
}
