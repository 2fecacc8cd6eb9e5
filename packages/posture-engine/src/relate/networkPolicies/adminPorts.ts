import {
  JsonObject,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { ALL_PORTS } from './readPolicy';
import { PortRange } from './trafficRule';

/** The TCP ports that a rule of an admin policy names; undefined where it is about every port. */
export function tcpPortsOf(
  rule: JsonObject,
  path: string,
): readonly PortRange[] | undefined {
  const ports = objectsAt(rule, 'ports', path);
  const protocols = objectsAt(rule, 'protocols', path);
  if (ports.length + protocols.length === 0) return undefined;
  return [
    ...ports.flatMap((port, index) => portOf(port, `${path}.ports[${index}]`)),
    ...protocols.flatMap((protocol, index) =>
      portOfProtocol(protocol, `${path}.protocols[${index}]`),
    ),
  ];
}

/** v1alpha1: `portNumber` or `portRange`, each with its protocol; a port by name is one of a pod's. */
function portOf(entry: JsonObject, path: string): PortRange[] {
  const one = objectAt(entry, 'portNumber', path);
  const range = objectAt(entry, 'portRange', path);
  const at = one ? `${path}.portNumber` : `${path}.portRange`;
  const port = one ?? range;
  if (!port || (stringAt(port, 'protocol', at) ?? 'TCP') !== 'TCP') return [];
  return [one ? onePort(one, 'port', at) : portsBetween(port, at)];
}

/** v1alpha2: `tcp.destinationPort` with `number` or `range`, or neither for every port. */
function portOfProtocol(entry: JsonObject, path: string): PortRange[] {
  const tcp = objectAt(entry, 'tcp', path);
  if (!tcp) return [];
  const at = `${path}.tcp.destinationPort`;
  const port = objectOrEmpty(tcp, 'destinationPort', `${path}.tcp`);
  const range = objectAt(port, 'range', at);
  if (range) return [portsBetween(range, `${at}.range`)];
  return [
    numberAt(port, 'number', at) === undefined
      ? ALL_PORTS
      : onePort(port, 'number', at),
  ];
}

function onePort(object: JsonObject, key: string, path: string): PortRange {
  const port = numberAt(object, key, path) ?? ALL_PORTS.first;
  return { first: port, last: port };
}

function portsBetween(range: JsonObject, path: string): PortRange {
  return {
    first: numberAt(range, 'start', path) ?? ALL_PORTS.first,
    last: numberAt(range, 'end', path) ?? ALL_PORTS.last,
  };
}
