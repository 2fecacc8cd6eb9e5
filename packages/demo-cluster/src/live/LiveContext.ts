import { JsonObject, Labels } from '../objects/Manifest';
import { ManifestSource } from '../objects/ManifestSource';
import { Toleration } from './PodSpec';

export interface LiveOptions {
  /** The time of the snapshot; every other time lies before it. */
  now: Date;
  /** `v1.35.8`. */
  version: string;
  /** Makes the uids of two clusters differ. Default: the empty string. */
  cluster?: string;
}

export interface NodeFacts {
  name: string;
  labels: Labels;
  taints: Toleration[];
}

export interface LimitRangeItem {
  type: string;
  default?: Labels;
  defaultRequest?: Labels;
}

/** What the API server looks up when it admits an object. */
export interface LiveContext {
  now: Date;
  minor: number;
  cluster: string;
  nodes: NodeFacts[];
  /** By namespace. */
  limitRanges: Map<string, LimitRangeItem[]>;
  clusterRoles: ManifestSource[];
  /** By `namespace/name`. */
  serviceAccounts: Map<string, JsonObject>;
}

/** Where pods run if no node was given. */
const someNode: NodeFacts = { name: 'node-1', labels: {}, taints: [] };

export function createContext(
  sources: readonly ManifestSource[],
  options: LiveOptions,
): LiveContext {
  const nodes = ofKind(sources, 'Node').map(nodeFacts);
  return {
    now: options.now,
    minor: Number(options.version.split('.')[1]),
    cluster: options.cluster ?? '',
    nodes: nodes.length > 0 ? nodes : [someNode],
    limitRanges: limitRangesOf(sources),
    clusterRoles: ofKind(sources, 'ClusterRole'),
    serviceAccounts: new Map(
      ofKind(sources, 'ServiceAccount').map(source => [
        `${source.namespace}/${source.name}`,
        source.read(),
      ]),
    ),
  };
}

function ofKind(
  sources: readonly ManifestSource[],
  kind: string,
): ManifestSource[] {
  return sources.filter(source => source.kind === kind);
}

function nodeFacts(source: ManifestSource): NodeFacts {
  const taints = (source.read().spec?.taints ?? []) as Toleration[];
  return { name: source.name, labels: source.labels, taints };
}

function limitRangesOf(
  sources: readonly ManifestSource[],
): Map<string, LimitRangeItem[]> {
  const ranges = new Map<string, LimitRangeItem[]>();
  for (const source of ofKind(sources, 'LimitRange')) {
    const namespace = source.namespace ?? '';
    const items = (source.read().spec?.limits ?? []) as LimitRangeItem[];
    ranges.set(namespace, [...(ranges.get(namespace) ?? []), ...items]);
  }
  return ranges;
}
