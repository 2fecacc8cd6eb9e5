/** An IPv4 or IPv6 address as a number. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** A block of addresses in CIDR notation, and those that are cut out of it. */
export interface AddressRange {
  readonly first: Address;
  /** Bits that all addresses of the block share. */
  readonly prefix: number;
  readonly except: readonly AddressRange[];
}

const GROUP = /^[0-9a-f]{1,4}$/i;

/** Reads `10.0.0.1` or `fd00::1`; undefined for what is no address. */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIPv6(text) : parseIPv4(text);
}

/** Reads `10.0.0.0/8`, or an address alone as the block that holds only it; undefined for what is neither. */
export function parseAddressRange(
  text: string,
  except: readonly AddressRange[] = [],
): AddressRange | undefined {
  const [address, length, ...rest] = text.split('/');
  const first = parseAddress(address);
  if (!first || rest.length) return undefined;
  if (length === undefined) return { first, prefix: first.bits, except };
  if (!/^\d{1,3}$/.test(length) || Number(length) > first.bits)
    return undefined;
  return { first, prefix: Number(length), except };
}

/** True where a block holds an address that is not cut out of it. */
export function rangeHolds(range: AddressRange, address: Address): boolean {
  return (
    range.first.bits === address.bits &&
    shared(range.first, range.prefix) === shared(address, range.prefix) &&
    !range.except.some(cut => rangeHolds(cut, address))
  );
}

/** True for the block of all addresses of its family, with nothing cut out. */
export function isWholeRange({ prefix, except }: AddressRange): boolean {
  return prefix === 0 && except.length === 0;
}

function shared({ bits, value }: Address, prefix: number): bigint {
  return value >> BigInt(bits - prefix);
}

function parseIPv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = BigInt(0);
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined;
    value = value * BigInt(256) + BigInt(part);
  }
  return { bits: 32, value };
}

/** Groups left and right of `::`, which stands for as many zeroes as are missing. */
function parseIPv6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right = []] = halves.map(half =>
    half.split(':').filter(Boolean),
  );
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (!groups.every(group => GROUP.test(group))) return undefined;
  return {
    bits: 128,
    value: BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`),
  };
}
