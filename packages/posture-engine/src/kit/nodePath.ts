/**
 * A path on a node in one spelling: absolute, slashes only, without `.`, `..`, repeated or trailing slashes.
 * An empty path stays empty: it names no place.
 */
export function normalizeNodePath(path: string): string {
  if (path === '') return '';
  const segments: string[] = [];
  for (const segment of path.replace(/\\/g, '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** True where a normalised path is the other one or one of its parents, by whole segments. */
export function holdsNodePath(path: string, other: string): boolean {
  return path === '/' || path === other || other.startsWith(`${path}/`);
}
