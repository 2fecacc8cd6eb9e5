import type {
  ExposureNode,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { hostWords, nodeName } from './nodeName';

/** The nodes of an exposure by their ids. */
export type NodesById = ReadonlyMap<string, ExposureNode>;

/** What leads to a workload from outside its cluster, each in words: "ingress/web (shop.example.com)". */
export function waysIn(
  workload: WorkloadExposureView,
  nodes: NodesById,
  t: PostureTranslate,
): string[] {
  const { entries, services, hostPorts, hostNetwork } = workload;
  return [
    ...nodesOf(entries, nodes).map(entry =>
      withAside(nodeName(entry, t), hostWords(entry, t)),
    ),
    ...nodesOf(services, nodes)
      .filter(({ service }) => service && service.exposure !== 'cluster')
      .map(service =>
        withAside(
          nodeName(service, t),
          t(`entity.exposure.service.${service.service!.exposure}`),
        ),
      ),
    ...hostPorts.map(port =>
      t('entity.exposure.hostPort', { port: String(port) }),
    ),
    ...(hostNetwork ? [t('entity.exposure.hostNetwork')] : []),
    ...moreWays(workload, t),
  ];
}

/** The nodes of these ids, in their order. */
export function nodesOf(
  ids: readonly string[],
  nodes: NodesById,
): ExposureNode[] {
  return ids.flatMap(id => nodes.get(id) ?? []);
}

function moreWays(
  { leftOut }: WorkloadExposureView,
  t: PostureTranslate,
): string[] {
  return leftOut.entries > 0
    ? [t('entity.exposure.moreEntries', { count: leftOut.entries })]
    : [];
}

function withAside(name: string, aside: string | undefined): string {
  return aside ? `${name} (${aside})` : name;
}
