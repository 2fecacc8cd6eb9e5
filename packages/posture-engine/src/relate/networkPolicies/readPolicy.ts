import { KubernetesObject } from '../../model/kubernetesObject';
import { AddressRange, parseAddressRange } from '../../read/addressRange';
import { MalformedInput } from '../../read/malformedInput';
import { JsonObject, stringsAt } from '../../read/typedReads';
import { PolicyRef } from './policyPart';
import { PortRange } from './trafficRule';

/** Every TCP port. */
export const ALL_PORTS: PortRange = { first: 0, last: 65535 };

/** Every address of both families. */
export const ALL_ADDRESSES: readonly AddressRange[] = [
  { first: { bits: 32, value: BigInt(0) }, prefix: 0, except: [] },
  { first: { bits: 128, value: BigInt(0) }, prefix: 0, except: [] },
];

/** What a policy is called. */
export function refOf({
  apiVersion,
  kind,
  metadata: { namespace, name },
}: KubernetesObject): PolicyRef {
  return { apiVersion, kind, ...(namespace ? { namespace } : {}), name };
}

/** A policy in words: `NetworkPolicy shop/web`. */
export function wordsOf({ kind, namespace, name }: PolicyRef): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** A block of addresses. Throws MalformedInput for what is none: leaving it out would refuse more, or less. */
export function rangeAt(
  cidr: string | undefined,
  path: string,
  except: readonly AddressRange[] = [],
): AddressRange {
  const range =
    cidr === undefined ? undefined : parseAddressRange(cidr, except);
  if (!range)
    throw new MalformedInput(path, 'a block of addresses', 'another string');
  return range;
}

/** The blocks of addresses in a list of strings. */
export function rangesAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly AddressRange[] {
  return stringsAt(object, key, path).map((cidr, index) =>
    rangeAt(cidr, `${path}.${key}[${index}]`),
  );
}

/** One of the words that a field may hold. Throws MalformedInput for any other. */
export function wordAt<Word>(
  value: string | undefined,
  words: Readonly<Record<string, Word>>,
  path: string,
): Word {
  const word =
    value !== undefined && Object.prototype.hasOwnProperty.call(words, value)
      ? words[value]
      : undefined;
  if (word === undefined)
    throw new MalformedInput(
      path,
      `one of ${Object.keys(words).join(', ')}`,
      value === undefined ? 'nothing' : 'another word',
    );
  return word;
}
