import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import {
  JsonObject,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringMapAt,
} from '../read/typedReads';
import { memoByList } from './memo';

const byNamespace = memoByList((objects: readonly KubernetesObject[]) => {
  const index = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const namespace = object.metadata.namespace ?? 'default';
    const known = index.get(namespace);
    if (known) known.push(object);
    else index.set(namespace, [object]);
  }
  return index;
});

/**
 * The Ingresses that lead to a workload's pods: by a Service of the namespace that one of their backends names
 * and whose selector the pods' labels meet. Throws MalformedInput where one of the namespace has a value of the wrong type.
 */
export function ingressesOfWorkload(
  workload: Workload,
  ingresses: readonly KubernetesObject[],
  services: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const candidates = byNamespace(ingresses).get(workload.namespace);
  if (!candidates) return [];
  const own = new Set(
    (byNamespace(services).get(workload.namespace) ?? [])
      .filter(service => selects(service, workload.podLabels))
      .map(({ metadata }) => metadata.name),
  );
  if (own.size === 0) return [];
  return candidates.filter(ingress =>
    backendServices(ingress).some(name => own.has(name)),
  );
}

function selects(
  service: KubernetesObject,
  labels: Readonly<Record<string, string>>,
): boolean {
  const selector = selectorOf(service);
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => labels[key] === value)
  );
}

const selectors = new WeakMap<
  KubernetesObject,
  readonly (readonly [string, string])[]
>();

/** The labels that a Service asks for; none where it selects nothing. Remembered, for every workload of its namespace asks. */
function selectorOf(
  service: KubernetesObject,
): readonly (readonly [string, string])[] {
  let selector = selectors.get(service);
  if (!selector) {
    const path = `Service ${service.metadata.name}`;
    const spec = objectOrEmpty(service, 'spec', path);
    selector =
      stringAt(spec, 'type', `${path}.spec`) === 'ExternalName'
        ? []
        : Object.entries(stringMapAt(spec, 'selector', `${path}.spec`));
    selectors.set(service, selector);
  }
  return selector;
}

function backendServices(ingress: KubernetesObject): string[] {
  const path = `Ingress ${ingress.metadata.name}.spec`;
  const spec = objectOrEmpty(
    ingress,
    'spec',
    `Ingress ${ingress.metadata.name}`,
  );
  const rules = objectsAt(spec, 'rules', path);
  return [
    ...serviceOf(spec, 'defaultBackend', path),
    ...rules.flatMap((rule, index) => {
      const at = `${path}.rules[${index}].http`;
      const http = objectOrEmpty(rule, 'http', `${path}.rules[${index}]`);
      return objectsAt(http, 'paths', at).flatMap((item, place) =>
        serviceOf(item, 'backend', `${at}.paths[${place}]`),
      );
    }),
  ];
}

/** The Service of a backend, as `networking.k8s.io/v1` writes it, or as `v1beta1` did. */
function serviceOf(owner: JsonObject, key: string, path: string): string[] {
  const backend = objectAt(owner, key, path);
  if (!backend) return [];
  const service = objectOrEmpty(backend, 'service', `${path}.${key}`);
  const name =
    stringAt(service, 'name', `${path}.${key}.service`) ??
    stringAt(backend, 'serviceName', `${path}.${key}`);
  return name ? [name] : [];
}
