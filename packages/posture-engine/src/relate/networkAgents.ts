import { Container } from '../model/container';
import { Agent, AgentKind, AgentSwitch, DataTable } from '../model/dataTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { parseImageReference } from '../read/imageReference';
import { stringMapAt } from '../read/typedReads';
import { argumentOf } from './argumentOf';
import { agentsOnNodes } from './runningAgents';

/** A program of the network that a DaemonSet runs. */
export interface NetworkAgent {
  readonly agent: Agent;
  readonly daemonSet: Workload;
  /** The container that runs it. */
  readonly container: Container;
}

/** What turns a program off, where it has a switch: in words that show no value. */
export interface SwitchedOff {
  readonly path: string;
  readonly expected: string;
}

/** The programs of a kind that DaemonSets run, told by their images or names. One that cannot be read runs none. */
export function networkAgents(
  kind: AgentKind,
  workloads: readonly Workload[],
  table: DataTable<Agent>,
): readonly NetworkAgent[] {
  return agentsOnNodes(kind, workloads, table).map(
    ({ workload, ...running }) => ({ ...running, daemonSet: workload }),
  );
}

/** True where the image is of a version that enforces policies; undefined where its tag does not tell. */
export function isNewEnough({
  agent: { enforcesFromTag },
  container,
}: NetworkAgent): boolean | undefined {
  if (enforcesFromTag === undefined) return true;
  const tag = parseImageReference(container.image ?? '')?.tag;
  return tag === undefined ? undefined : tag >= enforcesFromTag;
}

/** What turns a program off; undefined where nothing does. ConfigMaps are read only where it has a switch in one. */
export function switchedOff(
  { agent: { switches = [] }, container, daemonSet }: NetworkAgent,
  configMaps: () => readonly KubernetesObject[],
): SwitchedOff | undefined {
  const off = switches.find(one => !isOn(one, container, configMaps));
  if (!off) return undefined;
  const { namespace, subject } = daemonSet;
  return off.argument === undefined
    ? {
        path: `ConfigMap ${off.configMap} data.${off.key}`,
        expected: wantedOf(off),
      }
    : {
        path: `DaemonSet ${namespace}/${subject.name} ${container.path}.args`,
        expected: `${off.argument}: ${wantedOf(off)}`,
      };
}

function isOn(
  { argument, configMap, key, on, off }: AgentSwitch,
  container: Container,
  configMaps: () => readonly KubernetesObject[],
): boolean {
  const value =
    argument === undefined
      ? valueIn(configMaps(), configMap, key)
      : argumentOf(container, argument);
  if (on) return value !== undefined && on.includes(value);
  return value === undefined || !off?.includes(value);
}

function valueIn(
  configMaps: readonly KubernetesObject[],
  wanted: string | undefined,
  key: string | undefined,
): string | undefined {
  const configMap = configMaps.find(
    ({ metadata }) => `${metadata.namespace}/${metadata.name}` === wanted,
  );
  return configMap && key !== undefined
    ? stringMapAt(configMap, 'data', `ConfigMap ${wanted}`)[key]
    : undefined;
}

function wantedOf({ on, off }: AgentSwitch): string {
  return on ? on.join(' or ') : `not ${off?.join(' or ')}`;
}
