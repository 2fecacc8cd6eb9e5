import { KubernetesObject } from '../model/kubernetesObject';
import { toKubernetesObject } from '../normalize/toKubernetesObject';
import { isJsonObject } from '../read/typedReads';

/**
 * The objects of an example, from its documents: its manifests, or a Deployment `web` in namespace `shop` around the pod spec that one is.
 * Throws where a document is neither.
 */
export function objectsOfExample(
  documents: readonly unknown[],
): readonly KubernetesObject[] {
  return documents.map(json => {
    const object =
      isJsonObject(json) && json.kind
        ? toKubernetesObject(json, { keepStatus: true })
        : deploymentAround(json);
    if (!object)
      throw new Error(`not a Kubernetes object: ${JSON.stringify(json)}`);
    return object;
  });
}

/** A Deployment `web` in namespace `shop` with this pod spec. */
export function deploymentAround(
  podSpec: unknown,
  metadata: Record<string, unknown> = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' }, ...metadata },
        spec: podSpec,
      },
    },
  };
}
