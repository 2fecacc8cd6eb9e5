import { KubernetesObject } from '../../model/kubernetesObject';
import {
  JsonObject,
  numberAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { inNamespace } from '../inNamespace';
import { memoByObject } from '../memo';

/** One listener of a Gateway that a route is attached to. */
export interface RouteListener {
  readonly gateway: KubernetesObject;
  /** `spec.listeners[0]` */
  readonly path: string;
  readonly name: string;
  /** `HTTP`, `HTTPS`, `TLS`, `TCP`, `UDP`. */
  readonly protocol: string;
}

/** Protocols of listeners that end or pass on TLS. */
export const ENCRYPTED: readonly string[] = ['HTTPS', 'TLS'];

/** Asked for every workload that a Service leads to. */
const backendsOf = memoByObject((route: KubernetesObject) => {
  const place = placeOf(route);
  const spec = objectOrEmpty(route, 'spec', place);
  return objectsAt(spec, 'rules', `${place}.spec`).flatMap((rule, index) => {
    const path = `${place}.spec.rules[${index}]`;
    return objectsAt(rule, 'backendRefs', path).map((backend, number) => {
      const at = `${path}.backendRefs[${number}]`;
      return {
        namespace: stringAt(backend, 'namespace', at) ?? namespaceOf(route),
        name: stringAt(backend, 'name', at) ?? '',
      };
    });
  });
});

/** The routes of a namespace that lead to one of these Services. Backends of other namespaces are followed by name. */
export function routesTo(
  services: readonly KubernetesObject[],
  namespace: string,
  routes: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  if (services.length === 0) return [];
  const names = new Set(services.map(({ metadata }) => metadata.name));
  return routes.filter(route =>
    backendsOf(route).some(
      backend => backend.namespace === namespace && names.has(backend.name),
    ),
  );
}

/**
 * The listeners that a route is attached to: of each Gateway that it names those of the section and port that it names, else all.
 * A Gateway that does not exist has none. Throws MalformedInput where a value has the wrong type.
 */
export function listenersOf(
  route: KubernetesObject,
  gateways: readonly KubernetesObject[],
): readonly RouteListener[] {
  const place = placeOf(route);
  const spec = objectOrEmpty(route, 'spec', place);
  return objectsAt(spec, 'parentRefs', `${place}.spec`).flatMap(
    (parent, index) => {
      const path = `${place}.spec.parentRefs[${index}]`;
      if ((stringAt(parent, 'kind', path) ?? 'Gateway') !== 'Gateway')
        return [];
      const namespace =
        stringAt(parent, 'namespace', path) ?? namespaceOf(route);
      const name = stringAt(parent, 'name', path);
      const gateway = inNamespace(gateways, namespace).find(
        ({ metadata }) => metadata.name === name,
      );
      return gateway ? attachedTo(gateway, parent, path) : [];
    },
  );
}

function attachedTo(
  gateway: KubernetesObject,
  parent: JsonObject,
  parentPath: string,
): RouteListener[] {
  const section = stringAt(parent, 'sectionName', parentPath);
  const port = numberAt(parent, 'port', parentPath);
  const place = placeOf(gateway);
  const spec = objectOrEmpty(gateway, 'spec', place);
  return objectsAt(spec, 'listeners', `${place}.spec`).flatMap(
    (listener, index) => {
      const path = `spec.listeners[${index}]`;
      const name = stringAt(listener, 'name', `${place}.${path}`) ?? '';
      const ownPort = numberAt(listener, 'port', `${place}.${path}`);
      if (section !== undefined && section !== name) return [];
      if (port !== undefined && port !== ownPort) return [];
      const protocol = stringAt(listener, 'protocol', `${place}.${path}`);
      return [{ gateway, path, name, protocol: protocol ?? '' }];
    },
  );
}

function namespaceOf({ metadata }: KubernetesObject): string {
  return metadata.namespace ?? 'default';
}

function placeOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}
