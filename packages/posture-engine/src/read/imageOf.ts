import { Container } from '../model/container';
import { ImageReference, parseImageReference } from './imageReference';
import { MalformedInput } from './malformedInput';

/** Several controls ask for the parts of the same image. */
const known = new WeakMap<Container, ImageReference>();

/**
 * The image of a container, in parts.
 * Throws MalformedInput where it names none, or what is no image reference: the API server, or the kubelet, refuses both.
 */
export function imageOf(container: Container): ImageReference {
  let reference = known.get(container);
  if (!reference) {
    reference = readImage(container);
    known.set(container, reference);
  }
  return reference;
}

function readImage({ image, path }: Container): ImageReference {
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
