import { parseAddress, parseAddressRange, rangeHolds } from './addressRange';

/**
 * Blocks that the internet does not route: private, shared by carriers, loopback, link-local and unique local addresses.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 1918, 6598, 3927, 4193, 4291).
 */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::/127',
  'fc00::/7',
  'fe80::/10',
].flatMap(text => parseAddressRange(text) ?? []);

/** True for an IP address that the internet may route to; false for what is no address. */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  return (
    address !== undefined &&
    !NOT_PUBLIC.some(range => rangeHolds(range, address))
  );
}
