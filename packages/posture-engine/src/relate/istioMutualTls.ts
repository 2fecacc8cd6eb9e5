import { KubernetesObject } from '../model/kubernetesObject';
import {
  isJsonObject,
  objectAt,
  objectOrEmpty,
  stringAt,
} from '../read/typedReads';

/** Modes that let traffic in without mutual TLS. */
const WEAKER = ['PERMISSIVE', 'DISABLE'];

/**
 * True where Istio asks for mutual TLS of the whole mesh, and nowhere for less.
 * `root` is the namespace of its control plane: a PeerAuthentication without selector there is about all of the mesh.
 */
export function isStrictEverywhere(
  policies: readonly KubernetesObject[],
  root: string,
): boolean {
  return (
    policies.some(
      policy => policy.metadata.namespace === root && isStrictForAll(policy),
    ) && !policies.some(asksForLess)
  );
}

function isStrictForAll(policy: KubernetesObject): boolean {
  const spec = objectOrEmpty(policy, 'spec', pathOf(policy));
  const path = `${pathOf(policy)}.spec`;
  return (
    objectAt(spec, 'selector', path) === undefined &&
    modeAt(objectOrEmpty(spec, 'mtls', path), path) === 'STRICT'
  );
}

function asksForLess(policy: KubernetesObject): boolean {
  const path = `${pathOf(policy)}.spec`;
  const spec = objectOrEmpty(policy, 'spec', pathOf(policy));
  const ports = Object.values(objectOrEmpty(spec, 'portLevelMtls', path));
  return [
    objectOrEmpty(spec, 'mtls', path),
    ...ports.filter(isJsonObject),
  ].some(settings => WEAKER.includes(modeAt(settings, path) ?? ''));
}

function modeAt(
  settings: Parameters<typeof stringAt>[0],
  path: string,
): string | undefined {
  return stringAt(settings, 'mode', `${path}.mtls`);
}

function pathOf({ metadata: { namespace, name } }: KubernetesObject): string {
  return `PeerAuthentication ${namespace ?? 'default'}/${name}`;
}
