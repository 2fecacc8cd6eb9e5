import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';
import { memoByList } from './memo';

/** The version of a kubelet of Kubernetes 1.x. */
export interface KubeletVersion {
  readonly minor: number;
  readonly patch: number;
}

/** Versions of the kubelets by the name of their node; undefined where a node says none that can be read. */
export const kubeletVersions = memoByList(
  (
    nodes: readonly KubernetesObject[],
  ): ReadonlyMap<string, KubeletVersion | undefined> =>
    new Map(nodes.map(node => [node.metadata.name, versionOf(node)])),
);

const VERSION = /^v?1\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

function versionOf(node: KubernetesObject): KubeletVersion | undefined {
  const status = isJsonObject(node.status) ? node.status : {};
  const info = isJsonObject(status.nodeInfo) ? status.nodeInfo : {};
  if (typeof info.kubeletVersion !== 'string') return undefined;
  const match = VERSION.exec(info.kubeletVersion);
  return match
    ? { minor: Number(match[1]), patch: Number(match[2]) }
    : undefined;
}
