// eslint-disable-next-line @backstage/no-undeclared-imports -- a helper of tests, with their dependency
import { parseAllDocuments } from 'yaml';
import { toKubernetesObject } from '../normalize/toKubernetesObject';
import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';

/**
 * The objects of an example: its manifests, or a Deployment `web` in namespace `shop` around the pod spec that it is.
 * Throws where the YAML cannot be read.
 */
export function parseExample(example: string): readonly KubernetesObject[] {
  const documents = parseAllDocuments(example).map(document => {
    if (document.errors.length) throw document.errors[0];
    return document.toJS() as unknown;
  });
  return documents.map(json => {
    const object =
      isJsonObject(json) && json.kind
        ? toKubernetesObject(json)
        : deploymentAround(json);
    if (!object) throw new Error(`not a Kubernetes object: ${example}`);
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
