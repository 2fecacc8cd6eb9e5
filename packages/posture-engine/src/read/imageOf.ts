import { Container } from '../model/container';
import { ImageReference, parseImageReference } from './imageReference';
import { MalformedInput } from './malformedInput';

/**
 * The image of a container, in parts.
 * Throws MalformedInput where it names none, or what is no image reference: the API server, or the kubelet, refuses both.
 */
export function imageOf({ image, path }: Container): ImageReference {
  const reference =
    image === undefined ? undefined : parseImageReference(image);
  if (reference) return reference;
  throw new MalformedInput(
    `${path}.image`,
    'an image reference',
    image === undefined ? 'nothing' : 'another string',
  );
}

/** True where another image may stand under the same reference tomorrow, and the tag says not which. */
export function isLatest({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}
