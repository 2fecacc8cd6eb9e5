import { KubernetesObject } from '../../model/kubernetesObject';
import { AddressRange } from '../../read/addressRange';
import { MalformedInput } from '../../read/malformedInput';
import {
  booleanAt,
  JsonObject,
  listAt,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import {
  EndpointSelector,
  endpointsIn,
  readEndpointSelector,
} from './ciliumSelector';
import {
  COMMON_ORDER,
  DEFAULT_LAYER,
  DirectionRules,
  PolicyPart,
  PolicyRef,
} from './policyPart';
import {
  ALL_ADDRESSES,
  ALL_PORTS,
  rangeAt,
  rangesAt,
  refOf,
  wordsOf,
} from './readPolicy';
import { Direction, PortRange, TrafficRule } from './trafficRule';

/** What a policy of Cilium's refuses, no other allows. */
const ACTIONS = [
  { action: 'deny', order: -1 },
  { action: 'allow', order: COMMON_ORDER },
] as const;
const PEERS = { ingress: 'from', egress: 'to' } as const;

/**
 * Reads a CiliumNetworkPolicy or a CiliumClusterwideNetworkPolicy (cilium.io/v2): its `spec` and every one of its `specs`.
 * Those for nodes are not about pods. Throws MalformedInput where a part of it cannot be read.
 */
export function ciliumPolicyParts(policy: KubernetesObject): PolicyPart[] {
  const ref = refOf(policy);
  const path = wordsOf(ref);
  const spec = objectAt(policy, 'spec', path);
  return [
    ...(spec ? [{ rule: spec, at: `${path}.spec` }] : []),
    ...objectsAt(policy, 'specs', path).map((rule, index) => ({
      rule,
      at: `${path}.specs[${index}]`,
    })),
  ].flatMap(({ rule, at }) => partsOf(ref, rule, at));
}

function partsOf(
  policy: PolicyRef,
  rule: JsonObject,
  path: string,
): PolicyPart[] {
  if (objectAt(rule, 'nodeSelector', path)) return [];
  const pods = podsOf(policy, rule, path);
  const common = {
    policy,
    layer: DEFAULT_LAYER,
    podsIn: (namespace: Parameters<PolicyPart['podsIn']>[0]) =>
      endpointsIn(pods, namespace),
  };
  return ACTIONS.map(({ action, order }) => ({
    ...common,
    order,
    ingress: rulesAt(rule, 'ingress', action, path),
    egress: rulesAt(rule, 'egress', action, path),
  }));
}

/** A policy of a namespace is about that namespace: Cilium drops what its selector says of another. */
function podsOf(
  { namespace }: PolicyRef,
  rule: JsonObject,
  path: string,
): EndpointSelector {
  const selector = objectAt(rule, 'endpointSelector', path);
  if (!selector)
    throw new MalformedInput(
      path,
      'an endpointSelector or a nodeSelector',
      'an object without',
    );
  const read = readEndpointSelector(selector, `${path}.endpointSelector`);
  return namespace ? { ...read, namespace: { requirements: [] } } : read;
}

/** A list that is not empty isolates, even by an empty rule, unless the policy says that it does not. */
function isolates(
  rule: JsonObject,
  direction: Direction,
  path: string,
): boolean {
  const said = booleanAt(
    objectOrEmpty(rule, 'enableDefaultDeny', path),
    direction,
    `${path}.enableDefaultDeny`,
  );
  return (
    said ??
    [direction, `${direction}Deny`].some(
      key => listAt(rule, key, path).length > 0,
    )
  );
}

function rulesAt(
  rule: JsonObject,
  direction: Direction,
  action: 'allow' | 'deny',
  path: string,
): DirectionRules {
  const key = action === 'allow' ? direction : `${direction}Deny`;
  return {
    isolates: isolates(rule, direction, path),
    rules: objectsAt(rule, key, path).map((entry, index) =>
      ruleOf(entry, action, PEERS[direction], `${path}.${key}[${index}]`),
    ),
  };
}

function ruleOf(
  entry: JsonObject,
  action: 'allow' | 'deny',
  side: 'from' | 'to',
  path: string,
): TrafficRule {
  const entities = stringsAt(entry, `${side}Entities`, path);
  const ports = portsOf(entry, path);
  const isWorld = entities.includes('world');
  return {
    action,
    everyone:
      entities.includes('all') ||
      (isWorld && entities.includes('cluster')) ||
      (ports !== undefined && !namesPeers(entry, side)),
    everyAddress: false,
    ranges: [...(isWorld ? ALL_ADDRESSES : []), ...blocksOf(entry, side, path)],
    ports,
  };
}

/** A rule of ports alone is about every peer; a rule of nothing is about none. */
function namesPeers(entry: JsonObject, side: 'from' | 'to'): boolean {
  return Object.keys(entry).some(
    key =>
      key.startsWith(side) && key !== 'toPorts' && Array.isArray(entry[key]),
  );
}

function blocksOf(
  entry: JsonObject,
  side: 'from' | 'to',
  path: string,
): AddressRange[] {
  return [
    ...rangesAt(entry, `${side}CIDR`, path),
    ...objectsAt(entry, `${side}CIDRSet`, path).flatMap((block, index) => {
      const at = `${path}.${side}CIDRSet[${index}]`;
      const cidr = stringAt(block, 'cidr', at);
      return cidr === undefined
        ? []
        : [rangeAt(cidr, `${at}.cidr`, rangesAt(block, 'except', at))];
    }),
  ];
}

/** The TCP ports of a rule; undefined where it is about every port. */
function portsOf(
  entry: JsonObject,
  path: string,
): readonly PortRange[] | undefined {
  const lists = objectsAt(entry, 'toPorts', path);
  if (lists.length + listAt(entry, 'icmps', path).length === 0)
    return undefined;
  return lists.flatMap((list, index) => {
    const at = `${path}.toPorts[${index}]`;
    const ports = objectsAt(list, 'ports', at);
    return ports.length
      ? ports.flatMap((port, place) => portOf(port, `${at}.ports[${place}]`))
      : [ALL_PORTS];
  });
}

/** Ports are strings: `0` is every port, and a name is a port of a pod. */
function portOf(port: JsonObject, path: string): PortRange[] {
  const protocol = stringAt(port, 'protocol', path) ?? 'ANY';
  if (!['ANY', 'TCP'].includes(protocol)) return [];
  const text = stringAt(port, 'port', path) ?? '0';
  if (!/^\d+$/.test(text)) return [];
  const first = Number(text);
  if (first === 0) return [ALL_PORTS];
  return [{ first, last: numberAt(port, 'endPort', path) || first }];
}
