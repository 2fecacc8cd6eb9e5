/** The parts of an image reference, as the container runtime reads them. */
export interface ImageReference {
  /** Host, with its port where one is given; `docker.io` where the reference names none. */
  readonly registry: string;
  /** Path below the registry: `library/nginx`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:…` */
  readonly digest?: string;
}

const DEFAULT_REGISTRY = 'docker.io';
/** Longest reference that is read, in characters; real ones stay far below. */
const MAX_LENGTH = 2048;
/** References that are remembered: as many as a large cluster runs. */
const MOST_REMEMBERED = 10_000;
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
const IPV6_HOST = /^\[[0-9A-Fa-f:]+\](?::\d{1,5})?$/;
const PATH_PART = /^[a-z0-9][a-z0-9._-]*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,}$/;

const remembered = new Map<string, ImageReference | undefined>();

/**
 * Reads `registry:port/repository:tag@digest` in time linear to its length.
 * The first part is a registry only where it holds a dot or a port, or is `localhost` (distribution's reference grammar).
 * Undefined for what is no image reference. Remembered: many controls ask for the parts of the same image.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const reference = parse(text);
  remembered.set(text, reference);
  return reference;
}

function parse(text: string): ImageReference | undefined {
  const [named, digest, ...tooMany] = text.split('@');
  if (tooMany.length || (digest !== undefined && !DIGEST.test(digest)))
    return undefined;
  const { name, tag } = splitTag(named);
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  const place = splitRegistry(name);
  return (
    place && {
      ...place,
      ...(tag === undefined ? {} : { tag }),
      ...(digest === undefined ? {} : { digest }),
    }
  );
}

function splitTag(named: string): { name: string; tag?: string } {
  const colon = named.lastIndexOf(':');
  return colon > named.lastIndexOf('/')
    ? { name: named.slice(0, colon), tag: named.slice(colon + 1) }
    : { name: named };
}

function splitRegistry(
  name: string,
): Pick<ImageReference, 'registry' | 'repository'> | undefined {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const named = slash > 0 && isRegistry(first);
  const path = named ? name.slice(slash + 1) : name;
  const registry = named ? canonicalHost(first) : DEFAULT_REGISTRY;
  if (
    (named && !HOST.test(first) && !IPV6_HOST.test(first)) ||
    !path.split('/').every(part => PATH_PART.test(part))
  )
    return undefined;
  return {
    registry,
    repository:
      registry === DEFAULT_REGISTRY && !path.includes('/')
        ? `library/${path}`
        : path,
  };
}

function isRegistry(first: string): boolean {
  return (
    first === 'localhost' ||
    first.includes('.') ||
    first.includes(':') ||
    first !== first.toLowerCase()
  );
}

function canonicalHost(host: string): string {
  const lower = host.toLowerCase();
  return lower === 'index.docker.io' ? DEFAULT_REGISTRY : lower;
}
