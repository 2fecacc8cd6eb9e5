import { Address, AddressRange, rangeHolds } from '../../read/addressRange';

/** Way in or way out, as seen from the pod. */
export type Direction = 'ingress' | 'egress';

/** Both directions, in the order in which they are named. */
export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** TCP ports from `first` to `last`. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** One rule of a policy of any kind, in one direction. */
export interface TrafficRule {
  /** `pass` leaves the traffic to the policies that come after. */
  readonly action: 'allow' | 'deny' | 'pass';
  /** True where it is about every peer. */
  readonly everyone: boolean;
  /** True where it names all addresses of a family: that counts as every peer, where all traffic is asked about. */
  readonly everyAddress: boolean;
  /** The addresses that it is about, where it is not about every peer. */
  readonly ranges: readonly AddressRange[];
  /** TCP ports that it is about; undefined for every port of every protocol. */
  readonly ports: readonly PortRange[] | undefined;
}

/** What is asked about: all traffic of one direction, or TCP traffic with one address. */
export type Traffic =
  | 'everything'
  | { readonly address: Address; readonly port: number };

/** True where a rule is about all of the traffic. */
export function covers(rule: TrafficRule, traffic: Traffic): boolean {
  if (traffic === 'everything')
    return (rule.everyone || rule.everyAddress) && rule.ports === undefined;
  return (
    (rule.everyone ||
      rule.ranges.some(range => rangeHolds(range, traffic.address))) &&
    (rule.ports === undefined ||
      rule.ports.some(
        ({ first, last }) => first <= traffic.port && traffic.port <= last,
      ))
  );
}
