/** What a path asks for. */
export type RequestTarget =
  | { kind: 'path'; path: string }
  | { kind: 'version'; group: string; version: string }
  | ResourceTarget;

export interface ResourceTarget {
  kind: 'resource';
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Takes a path apart as the API server does, knowing no kinds. */
export function parseTarget(path: string): RequestTarget {
  const parts = path.split('/').filter(Boolean).map(decodePart);
  if (parts[0] === 'api' && parts.length >= 2) {
    return versionTarget('', parts[1], parts.slice(2));
  }
  if (parts[0] === 'apis' && parts.length >= 3) {
    return versionTarget(parts[1], parts[2], parts.slice(3));
  }
  return { kind: 'path', path: `/${parts.join('/')}` };
}

function versionTarget(
  group: string,
  version: string,
  rest: string[],
): RequestTarget {
  if (rest.length === 0) {
    return { kind: 'version', group, version };
  }
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const ofNamespace =
    inNamespace && rest.length === 3 && isSubresource(rest[2]);
  const scoped = inNamespace && !ofNamespace;
  const [plural, name, subresource] = scoped ? rest.slice(2) : rest;
  const namespace = scoped ? rest[1] : undefined;
  return {
    kind: 'resource',
    group,
    version,
    plural,
    namespace,
    name,
    subresource,
  };
}

function isSubresource(part: string): boolean {
  return part === 'status' || part === 'finalize';
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) {
      return part;
    }
    throw error;
  }
}
