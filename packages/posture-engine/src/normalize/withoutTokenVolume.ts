import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { podSpecOf } from './OwnedObject';

const TOKEN_VOLUME = /^kube-api-access-[a-z0-9]{5}$/;
const CERTIFICATES = ['kube-root-ca.crt', 'openshift-service-ca.crt'];
const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'];

/**
 * A running pod without the volume that admission adds for the token of its service account, and without its mounts:
 * nobody wrote them, so no rule may blame them on the author.
 * Such a volume stays where the pod asks for no token, for then somebody did write it.
 */
export function withoutTokenVolume(pod: KubernetesObject): KubernetesObject {
  const spec = podSpecOf(pod);
  if (!spec || spec.automountServiceAccountToken === false) return pod;
  const volumes = Array.isArray(spec.volumes) ? spec.volumes : [];
  const names = new Set<unknown>(
    volumes.filter(isTokenVolume).map(({ name }) => name),
  );
  if (names.size === 0) return pod;
  const lists = CONTAINER_LISTS.filter(list => Array.isArray(spec[list]));
  const isKept = ({ name }: JsonObject) => !names.has(name);
  return {
    ...pod,
    spec: {
      ...spec,
      volumes: keep(volumes, isKept),
      ...Object.fromEntries(
        lists.map(list => [
          list,
          (spec[list] as unknown[]).map(container =>
            withoutMounts(container, isKept),
          ),
        ]),
      ),
    },
  };
}

function withoutMounts(
  container: unknown,
  isKept: (mount: JsonObject) => boolean,
): unknown {
  if (!isJsonObject(container) || !Array.isArray(container.volumeMounts))
    return container;
  const { volumeMounts } = container;
  return { ...container, volumeMounts: keep(volumeMounts, isKept) };
}

function keep(
  parts: readonly unknown[],
  isKept: (part: JsonObject) => boolean,
): readonly unknown[] {
  return parts.filter(part => !isJsonObject(part) || isKept(part));
}

/** By its name and by each of its sources, so that no volume of another content hides behind the name. */
function isTokenVolume(volume: unknown): volume is { readonly name: string } {
  if (!isJsonObject(volume) || typeof volume.name !== 'string') return false;
  const { projected } = volume;
  return (
    TOKEN_VOLUME.test(volume.name) &&
    isJsonObject(projected) &&
    Array.isArray(projected.sources) &&
    projected.sources.every(isTokenSource)
  );
}

function isTokenSource(source: unknown): boolean {
  if (!isJsonObject(source) || Object.keys(source).length !== 1) return false;
  const { serviceAccountToken, configMap, downwardAPI } = source;
  return (
    (isJsonObject(serviceAccountToken) && !serviceAccountToken.audience) ||
    (isJsonObject(configMap) &&
      CERTIFICATES.includes(String(configMap.name))) ||
    isJsonObject(downwardAPI)
  );
}
