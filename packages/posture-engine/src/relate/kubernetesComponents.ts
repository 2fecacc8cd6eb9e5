import { unlessMalformed } from '../kit/unlessMalformed';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { parseImageReference } from '../read/imageReference';
import { parseVersion, Version } from '../read/version';
import { memoByList } from './memo';
import { kubeletVersionOf, nodeInfoOf } from './nodeInfo';

/** A version of a component that runs in a cluster, and how many nodes run it. */
export interface RunningVersion {
  readonly version: Version;
  /** As it is reported. */
  readonly text: string;
  readonly nodes: number;
}

/** What the kubelets of a cluster are. */
export interface Kubelets {
  readonly all: readonly RunningVersion[];
  readonly onWindows: readonly RunningVersion[];
  /** Nodes that report no version that can be read. */
  readonly unreadable: number;
}

/** The versions of the kubelets of a cluster, each once. */
export const kubeletsOf = memoByList(
  (nodes: readonly KubernetesObject[]): Kubelets => {
    const known = nodes.map(nodeInfoOrNone);
    return {
      all: countVersions(known.flatMap(info => info?.kubelet ?? [])),
      onWindows: countVersions(
        known.flatMap(info => (info?.isWindows && info.kubelet) || []),
      ),
      unreadable: known.filter(info => !info?.kubelet).length,
    };
  },
);

/** One node that reports nonsense hides no other. */
function nodeInfoOrNone(node: KubernetesObject) {
  return unlessMalformed(() => {
    const info = nodeInfoOf(node);
    const version = kubeletVersionOf(info);
    const { kubeletVersion: text } = info;
    return {
      isWindows: info.isWindows,
      kubelet: version && text !== undefined ? { version, text } : undefined,
    };
  });
}

function countVersions(
  versions: readonly Pick<RunningVersion, 'version' | 'text'>[],
): readonly RunningVersion[] {
  const counted = new Map<string, RunningVersion>();
  for (const { version, text } of versions) {
    const nodes = (counted.get(text)?.nodes ?? 0) + 1;
    counted.set(text, { version, text, nodes });
  }
  return [...counted.values()].sort((one, other) =>
    one.text < other.text ? -1 : Number(one.text > other.text),
  );
}

/** Repositories of kube-proxy, with any prefix of a mirror. */
const KUBE_PROXY = /(?:^|\/)(?:[\w.]+-)?kube-proxy(?:-amd64|-arm64|-windows)?$/;

/** True for an image of kube-proxy, whoever built it. */
export function isKubeProxyImage(image: string): boolean {
  return KUBE_PROXY.test(parseImageReference(image)?.repository ?? '');
}

/** The versions of kube-proxy, by the tags of the images of its DaemonSets in kube-system. */
export const kubeProxiesOf = memoByList(
  (workloads: readonly Workload[]): readonly RunningVersion[] =>
    workloads
      .filter(
        ({ subject, namespace }) =>
          subject.kind === 'DaemonSet' && namespace === 'kube-system',
      )
      .flatMap(proxyVersions),
);

function proxyVersions(workload: Workload): readonly RunningVersion[] {
  const images = unlessMalformed(() =>
    workload.containers.map(({ image }) => image),
  );
  return (images ?? []).flatMap(image => {
    const { repository = '', tag = '' } =
      (image && parseImageReference(image)) || {};
    const version = KUBE_PROXY.test(repository) ? parseVersion(tag) : undefined;
    return version?.numbers[0] === 1 ? [{ version, text: tag, nodes: 0 }] : [];
  });
}
