const METADATA_ONLY = /;as=PartialObjectMetadata(?:List)?\b/;

/**
 * Checks a path of the Kubernetes API before it is appended to the address of the proxy.
 * Throws where it would leave the proxy, or show the contents of Secrets, which nothing here may read.
 */
export function proxyPath(path: string, accept: string): string {
  const [route] = path.split(/[?#]/);
  const segments = decodeURIComponent(route).split(/[/\\]/);
  if (!path.startsWith('/') || segments.some(part => /^\.{1,2}$/.test(part)))
    throw new Error(`Not a path of the Kubernetes API: ${route}`);
  const isSecrets = segments.some(part => part.toLowerCase() === 'secrets');
  if (isSecrets && !accept.split(',').every(type => METADATA_ONLY.test(type)))
    throw new Error('Secrets are never read, except for their metadata');
  return path;
}
