import { KubernetesObject } from '../model/kubernetesObject';
import { objectOrEmpty, stringAt, stringMapAt } from '../read/typedReads';
import { parseVersion, Version } from '../read/version';

/** Where a node reports of itself. */
export const NODE_INFO_PATH = 'status.nodeInfo';

/** What the kubelet of a node reports. */
export interface NodeInfo {
  readonly kubeletVersion: string | undefined;
  readonly osImage: string | undefined;
  readonly kernelVersion: string | undefined;
  readonly containerRuntimeVersion: string | undefined;
  readonly isWindows: boolean;
}

/** Reads what a node reports. Throws MalformedInput where a value has the wrong type. */
export function nodeInfoOf(node: KubernetesObject): NodeInfo {
  const status = objectOrEmpty(node, 'status', '');
  const info = objectOrEmpty(status, 'nodeInfo', 'status');
  const read = (key: string) => stringAt(info, key, NODE_INFO_PATH);
  const labels = stringMapAt(node.metadata, 'labels', 'metadata');
  return {
    kubeletVersion: read('kubeletVersion'),
    osImage: read('osImage'),
    kernelVersion: read('kernelVersion'),
    containerRuntimeVersion: read('containerRuntimeVersion'),
    isWindows:
      (read('operatingSystem') ?? labels['kubernetes.io/os']) === 'windows',
  };
}

/** The version of a node's kubelet of Kubernetes 1.x; undefined where it reports none that can be read. */
export function kubeletVersionOf({
  kubeletVersion,
}: NodeInfo): Version | undefined {
  const version = kubeletVersion && parseVersion(kubeletVersion);
  return version && version.numbers[0] === 1 ? version : undefined;
}
