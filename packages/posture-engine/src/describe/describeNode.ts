import { unlessMalformed } from '../kit/unlessMalformed';
import { DataTables } from '../model/dataTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { supportOf } from '../data/supportDates';
import { lineName } from '../data/supportWords';
import { kubeletVersionOf, NodeInfo, nodeInfoOf } from '../relate/nodeInfo';
import { runtimeOf } from '../relate/runtimeOfNode';
import { supportOfMinor } from '../relate/supportOfMinor';
import { supportOfRuntime } from '../relate/supportOfRuntime';
import { systemOfNode } from '../relate/systemOfNode';
import { lineOfSupport, RunningLine } from './RunningLine';

const MOST_CHARACTERS = 80;

/** What a node runs, as it reports itself; what it does not report is absent. */
export interface DescribedNode {
  readonly kubelet?: RunningLine;
  readonly runtime?: RunningLine;
  readonly system?: RunningLine;
}

/** What a node runs. Nothing of one that reports values of the wrong type. */
export function describeNode(
  node: KubernetesObject,
  tables: DataTables,
  now: number,
): DescribedNode {
  const info = unlessMalformed(() => nodeInfoOf(node));
  if (!info) return {};
  const kubelet = kubeletLine(info, node, tables, now);
  const runtime = runtimeLine(info, node, tables, now);
  const system = systemLine(info, tables, now);
  return {
    ...(kubelet ? { kubelet } : {}),
    ...(runtime ? { runtime } : {}),
    ...(system ? { system } : {}),
  };
}

function kubeletLine(
  info: NodeInfo,
  node: KubernetesObject,
  tables: DataTables,
  now: number,
): RunningLine | undefined {
  const version = kubeletVersionOf(info);
  if (!version) return undefined;
  const [major, minor] = version.numbers;
  const marks = { serverVersion: info.kubeletVersion, nodes: [node] };
  const { support } = supportOfMinor(minor, marks, tables, now);
  return lineOfSupport(`${major}.${minor}`, support);
}

function runtimeLine(
  { containerRuntimeVersion = '' }: NodeInfo,
  node: KubernetesObject,
  tables: DataTables,
  now: number,
): RunningLine | undefined {
  const { name, version } = runtimeOf(containerRuntimeVersion) ?? {};
  if (!name || !version) return undefined;
  const [major, minor] = version.numbers;
  return lineOfSupport(
    `${name} ${major}.${minor}`,
    supportOfRuntime({ name, version }, node, tables, now),
  );
}

function systemLine(
  info: NodeInfo,
  { supportDates }: DataTables,
  now: number,
): RunningLine | undefined {
  if (!info.osImage) return undefined;
  const line = systemOfNode(info);
  const support =
    line && supportOf(supportDates, line.product, line.cycle, now);
  return lineOfSupport(
    support ? lineName(support) : info.osImage.slice(0, MOST_CHARACTERS),
    support,
  );
}
