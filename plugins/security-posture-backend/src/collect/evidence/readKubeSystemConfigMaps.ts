import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  isJsonObject,
  KUBE_SYSTEM_CONFIG_MAPS,
  KubernetesObject,
} from 'security-posture-engine';
import { ingestObject } from '../ingestObject';

const NOT_FOUND = 404;

/**
 * The ConfigMaps of KUBE_SYSTEM_CONFIG_MAPS that there are, each got by name.
 * Rejects with a ClusterReadError where one of them cannot be read: whether it is there is then unknown.
 */
export async function readKubeSystemConfigMaps(
  reader: ClusterReader,
  cluster: ClusterDescription,
  signal: AbortSignal,
): Promise<readonly KubernetesObject[]> {
  const found: KubernetesObject[] = [];
  for (const name of KUBE_SYSTEM_CONFIG_MAPS) {
    const path = kubeSystemConfigMapPath(name);
    try {
      found.push(
        configMapOf(await reader.get(cluster, path, { signal }), path),
      );
    } catch (error) {
      if (!isClusterReadError(error) || error.status !== NOT_FOUND) throw error;
    }
  }
  return found;
}

/** Where the API server serves one of them. */
export function kubeSystemConfigMapPath(name: string): string {
  return `/api/v1/namespaces/kube-system/configmaps/${name}`;
}

function configMapOf(json: unknown, path: string): KubernetesObject {
  if (!isJsonObject(json) || json.kind !== 'ConfigMap')
    throw new ClusterReadError(`the answer to ${path} is no ConfigMap`, {
      reason: 'parseError',
    });
  return ingestObject({ ...json, apiVersion: 'v1', kind: 'ConfigMap' });
}
