import { KubernetesObject } from '../../model/kubernetesObject';
import { objectOrEmpty, stringsAt } from '../../read/typedReads';
import { Entry, TlsUse } from './entry';
import {
  ENCRYPTED,
  listenersOf,
  RouteListener,
  routesTo,
} from './gatewayRoutes';
import { EVERY_HOST } from './ingressTls';

/**
 * The routes that lead to these Services of a namespace and are attached to a listener; one that is attached to none serves nobody.
 * Throws MalformedInput where a value has the wrong type.
 */
export function routeEntries(
  services: readonly KubernetesObject[],
  namespace: string,
  routes: readonly KubernetesObject[],
  gateways: () => readonly KubernetesObject[],
): readonly Entry[] {
  const entries = new Map<KubernetesObject, Entry>();
  for (const service of services)
    for (const route of routesTo([service], namespace, routes)) {
      const { name } = service.metadata;
      const known = entries.get(route) ?? routeEntry(route, gateways());
      if (known)
        entries.set(route, { ...known, services: [...known.services, name] });
    }
  return [...entries.values()];
}

function routeEntry(
  route: KubernetesObject,
  gateways: readonly KubernetesObject[],
): Entry | undefined {
  const listeners = listenersOf(route, gateways);
  if (listeners.length === 0) return undefined;
  const { kind, metadata } = route;
  const namespace = metadata.namespace ?? 'default';
  const place = `${kind} ${metadata.name}`;
  const spec = objectOrEmpty(route, 'spec', place);
  const hostnames = stringsAt(spec, 'hostnames', `${place}.spec`);
  const tls = tlsOf(listeners);
  return {
    kind,
    namespace,
    name: metadata.name,
    services: [],
    gateways: [...new Set(listeners.map(one => gatewayName(one, namespace)))],
    hosts: (hostnames.length ? hostnames : [EVERY_HOST]).map(host => ({
      host,
      tls,
    })),
  };
}

/** One listener that speaks in the clear is enough. */
function tlsOf(listeners: readonly RouteListener[]): TlsUse {
  return listeners.every(({ protocol }) => ENCRYPTED.includes(protocol))
    ? 'yes'
    : 'no';
}

function gatewayName({ gateway: { metadata } }: RouteListener, home: string) {
  const namespace = metadata.namespace ?? 'default';
  return namespace === home ? metadata.name : `${namespace}/${metadata.name}`;
}
