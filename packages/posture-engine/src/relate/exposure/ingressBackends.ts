import { KubernetesObject } from '../../model/kubernetesObject';
import {
  JsonObject,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { memoByObject } from '../memo';

/** Names of the Services that an Ingress leads to. Throws MalformedInput where a value has the wrong type. */
export const ingressBackends: (ingress: KubernetesObject) => readonly string[] =
  memoByObject(readBackends);

function readBackends(ingress: KubernetesObject): readonly string[] {
  const place = `Ingress ${ingress.metadata.name}`;
  const path = `${place}.spec`;
  const spec = objectOrEmpty(ingress, 'spec', place);
  const rules = objectsAt(spec, 'rules', path);
  return [
    ...serviceOf(spec, 'defaultBackend', path),
    ...rules.flatMap((rule, index) => {
      const at = `${path}.rules[${index}].http`;
      const http = objectOrEmpty(rule, 'http', `${path}.rules[${index}]`);
      return objectsAt(http, 'paths', at).flatMap((item, number) =>
        serviceOf(item, 'backend', `${at}.paths[${number}]`),
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
