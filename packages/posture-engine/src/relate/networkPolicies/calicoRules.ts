import { AddressRange, isWholeRange } from '../../read/addressRange';
import { MalformedInput } from '../../read/malformedInput';
import {
  JsonObject,
  listAt,
  objectOrEmpty,
  stringAt,
} from '../../read/typedReads';
import { ALL_ADDRESSES, ALL_PORTS, rangesAt, wordAt } from './readPolicy';
import { Direction, PortRange, TrafficRule } from './trafficRule';

const ACTIONS: Readonly<Record<string, TrafficRule['action'] | 'log'>> = {
  Allow: 'allow',
  Deny: 'deny',
  Pass: 'pass',
  Log: 'log',
};
const TCP: readonly unknown[] = ['TCP', 'tcp', 6, '6', undefined, null];
/** What else a rule may ask of the traffic. */
const CONDITIONS = ['notProtocol', 'icmp', 'notICMP', 'http', 'ipVersion'];
/** Peers that Calico knows as something else than an address. */
const ENDPOINTS = [
  'selector',
  'namespaceSelector',
  'serviceAccounts',
  'services',
  'domains',
];

/** The rule as the engine sees it; none for one that only logs. What cannot be told counts as allowed, never as refused. */
export function calicoRulesOf(
  rule: JsonObject,
  direction: Direction,
  path: string,
): TrafficRule[] {
  const action = wordAt(
    stringAt(rule, 'action', path),
    ACTIONS,
    `${path}.action`,
  );
  if (action === 'log') return [];
  const source = objectOrEmpty(rule, 'source', path);
  const destination = objectOrEmpty(rule, 'destination', path);
  const isIngress = direction === 'ingress';
  const remote = isIngress ? source : destination;
  const remotePath = `${path}.${isIngress ? 'source' : 'destination'}`;
  const isBound =
    CONDITIONS.some(key => isSet(rule[key])) ||
    isBoundHere(source, destination, isIngress);
  const ranges = rangesOf(remote, remotePath);
  return [
    {
      action,
      everyone: false,
      everyAddress: !isBound && isEveryAddress(remote, ranges),
      ranges: isBound && action !== 'allow' ? [] : ranges,
      ports: portsOf(rule, destination, action === 'allow', path),
    },
  ];
}

/** True where a rule asks for more than the peer and the port of the destination. */
function isBoundHere(
  source: JsonObject,
  destination: JsonObject,
  isIngress: boolean,
): boolean {
  const local = isIngress ? destination : source;
  return (
    Object.keys(local).some(
      key => isSet(local[key]) && !(isIngress && isPorts(key)),
    ) || ['ports', 'notPorts'].some(key => isSet(source[key]))
  );
}

function isPorts(key: string): boolean {
  return key === 'ports' || key === 'notPorts';
}

function isEveryAddress(
  remote: JsonObject,
  ranges: readonly AddressRange[],
): boolean {
  return (
    ranges.some(isWholeRange) &&
    Object.keys(remote).every(
      key => !isSet(remote[key]) || key === 'nets' || isPorts(key),
    )
  );
}

function rangesOf(remote: JsonObject, path: string): readonly AddressRange[] {
  const except = rangesAt(remote, 'notNets', path);
  const nets = rangesAt(remote, 'nets', path);
  if (ENDPOINTS.some(key => isSet(remote[key]))) return [];
  return (nets.length ? nets : ALL_ADDRESSES).map(range => ({
    ...range,
    except,
  }));
}

/** The TCP ports of a rule; undefined where it is about every port of every protocol. */
function portsOf(
  rule: JsonObject,
  destination: JsonObject,
  allows: boolean,
  path: string,
): readonly PortRange[] | undefined {
  const ports = listAt(destination, 'ports', `${path}.destination`);
  if (!TCP.includes(rule.protocol)) return [];
  if (isSet(destination.notPorts)) return allows ? [ALL_PORTS] : [];
  if (ports.length)
    return ports.flatMap((port, index) =>
      portOf(port, `${path}.destination.ports[${index}]`),
    );
  return isSet(rule.protocol) ? [ALL_PORTS] : undefined;
}

/** `80`, `"80"`, `"80:90"`, or the name of a pod's port. */
function portOf(port: unknown, path: string): PortRange[] {
  if (typeof port !== 'number' && typeof port !== 'string')
    throw new MalformedInput(path, 'a port', 'something else');
  const match = /^(\d+)(?::(\d+))?$/.exec(String(port));
  if (!match) return [];
  const [, first, last = first] = match;
  return [{ first: Number(first), last: Number(last) }];
}

function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
