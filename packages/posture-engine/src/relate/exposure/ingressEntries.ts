import { KubernetesObject } from '../../model/kubernetesObject';
import { inNamespace } from '../inNamespace';
import { Entry, EntryHost, TlsUse } from './entry';
import { ingressBackends } from './ingressBackends';
import {
  hostsOfIngress,
  hostsWithoutTls,
  isLeftToController,
} from './ingressTls';

/** The Ingresses that lead to these Services of a namespace. Throws MalformedInput where a value has the wrong type. */
export function ingressEntries(
  services: readonly KubernetesObject[],
  namespace: string,
  ingresses: readonly KubernetesObject[],
): readonly Entry[] {
  if (services.length === 0) return [];
  const names = new Set(services.map(({ metadata }) => metadata.name));
  return inNamespace(ingresses, namespace).flatMap(ingress => {
    const led = ingressBackends(ingress).filter(name => names.has(name));
    if (led.length === 0) return [];
    return [
      {
        kind: 'Ingress',
        namespace,
        name: ingress.metadata.name,
        services: [...new Set(led)],
        gateways: [],
        hosts: hostsServed(ingress),
      },
    ];
  });
}

function hostsServed(ingress: KubernetesObject): readonly EntryHost[] {
  const open = new Set(hostsWithoutTls(ingress).map(({ host }) => host));
  const without: TlsUse = isLeftToController(ingress) ? 'unknown' : 'no';
  const hosts = new Set(hostsOfIngress(ingress).map(({ host }) => host));
  return [...hosts].map(host => ({
    host,
    tls: open.has(host) ? without : 'yes',
  }));
}
