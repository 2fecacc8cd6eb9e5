import { TLS_ANNOTATIONS } from '../../data/tlsAnnotations';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';

/** A rule without a host takes every host. */
export const EVERY_HOST = '*';

/** A host that an Ingress serves. */
export interface IngressHost {
  /** `spec.rules[0].host` */
  readonly path: string;
  readonly host: string;
}

/** The hosts that an Ingress serves without TLS of its own. Throws MalformedInput where a value has the wrong type. */
export function hostsWithoutTls(
  ingress: KubernetesObject,
): readonly IngressHost[] {
  const place = `Ingress ${ingress.metadata.name}`;
  const spec = objectOrEmpty(ingress, 'spec', place);
  const tls = objectsAt(spec, 'tls', `${place}.spec`).map((item, index) =>
    stringsAt(item, 'hosts', `${place}.spec.tls[${index}]`),
  );
  return hostsOfIngress(ingress).filter(
    ({ host }) => !tls.some(hosts => covers(hosts, host)),
  );
}

/** True where an annotation hands TLS to the load balancer or to the controller: the API shows no certificate. */
export function isLeftToController({ metadata }: KubernetesObject): boolean {
  return TLS_ANNOTATIONS.some(
    annotation => metadata.annotations?.[annotation] !== undefined,
  );
}

/** The hosts that an Ingress serves. Throws MalformedInput where a value has the wrong type. */
export function hostsOfIngress(
  ingress: KubernetesObject,
): readonly IngressHost[] {
  const place = `Ingress ${ingress.metadata.name}`;
  const spec = objectOrEmpty(ingress, 'spec', place);
  const hosts = objectsAt(spec, 'rules', `${place}.spec`).map(
    (rule, index) => ({
      path: `${place}.spec.rules[${index}].host`,
      host:
        stringAt(rule, 'host', `${place}.spec.rules[${index}]`) || EVERY_HOST,
    }),
  );
  const hasDefault =
    Object.keys(objectOrEmpty(spec, 'defaultBackend', `${place}.spec`)).length >
    0;
  return hasDefault
    ? [...hosts, { path: `${place}.spec.defaultBackend`, host: EVERY_HOST }]
    : hosts;
}

/** An entry without hosts stands for every host (Ingress API, `IngressTLS.hosts`). */
function covers(hosts: readonly string[], host: string): boolean {
  return (
    hosts.length === 0 ||
    hosts.some(pattern => pattern === host || wildcardCovers(pattern, host))
  );
}

/** `*.example.com` covers exactly one label more. */
function wildcardCovers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return false;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === pattern.slice(1);
}
