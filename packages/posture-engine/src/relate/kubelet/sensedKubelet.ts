import { KUBELET_CONFIG_PATHS } from '../../data/kubeletSettings';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DAY, dayOf } from '../../read/dates';
import { KubeletReport, kubeletReport } from '../../read/hostData';
import { MalformedInput } from '../../read/malformedInput';
import { isJsonObject } from '../../read/typedReads';
import { yamlObject } from '../../read/yamlObject';
import { flagsOf } from '../controlPlane/commandLine';
import { Flag } from '../controlPlane/flagSource';
import { memoByList } from '../memo';
import { kubeletConfigFlags } from './kubeletConfigFlags';
import { KubeletSource } from './kubeletSource';

/** The sensor writes every few hours; what is older is not gone by. */
const FRESH_FOR = 7 * DAY;
const COMMAND_LINE = 'spec.cmdLine';
const CONFIG = 'spec.configFile';
const known = new WeakMap<KubernetesObject, KubeletReport>();

const objectsByNode = memoByList(
  (
    objects: readonly KubernetesObject[],
  ): ReadonlyMap<string, KubernetesObject> =>
    new Map(objects.map(object => [nodeOf(object), object])),
);

function nodeOf({ spec, metadata }: KubernetesObject): string {
  const node = isJsonObject(spec) ? spec.nodeName : undefined;
  return typeof node === 'string' && node ? node : metadata.name;
}

const NO_FLAGS: ReadonlyMap<string, Flag> = new Map();
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * What Kubescape's sensor says of the kubelet of a node. Only that report is read: each holds a file, and nodes are many.
 * Undefined where there is none. Throws MalformedInput where it cannot be parsed.
 */
export function kubeletReportOf(
  node: string,
  objects: readonly KubernetesObject[],
): KubeletReport | undefined {
  const object = objectsByNode(objects).get(node);
  if (!object) return undefined;
  const report = known.get(object) ?? kubeletReport(object);
  known.set(object, report);
  return report;
}

/** True where a report of the sensor is new enough to go by at a time (epoch milliseconds). */
export function isFreshReport(
  { sensedAt }: Pick<KubeletReport, 'sensedAt'>,
  now: number,
): boolean {
  return sensedAt !== undefined && now - sensedAt <= FRESH_FOR;
}

/** Reads each text once: the kubelets of one pool have equal files. */
const fileReader = memoByList((_: readonly KubernetesObject[]) => {
  const read = new Map<string, ReadonlyMap<string, Flag> | MalformedInput>();
  return (text: string): ReadonlyMap<string, Flag> => {
    const flags = read.get(text) ?? flagsInFile(text);
    read.set(text, flags);
    if (flags instanceof MalformedInput) throw flags;
    return flags;
  };
});

/**
 * The settings of a kubelet as Kubescape's sensor saw them: those of its command line, which win, and those of its configuration file.
 * The sensor also reads a file that lies at the usual place although the kubelet was not told of it: that one counts for nothing.
 * Undefined where the report shows neither. Throws MalformedInput where the file cannot be parsed.
 */
export function sensedKubelet(
  report: KubeletReport,
  reports: readonly KubernetesObject[],
): KubeletSource | undefined {
  const { commandLine, configText, sensedAt = 0 } = report;
  if (commandLine === undefined && configText === undefined) return undefined;
  const given = flagsOnLine(commandLine);
  const hasFile = commandLine === undefined || given.has('config');
  const isFileSeen =
    hasFile && configText !== undefined && !given.has('config-dir');
  const inFile = isFileSeen ? fileReader(reports)(configText) : NO_FLAGS;
  return {
    note: noteOf(dayOf(sensedAt), commandLine !== undefined),
    hasFile,
    program: {
      ...placeOf(report, hasFile),
      flags: new Map([...inFile, ...given]),
      namesInFile: hasFile ? namesWithout(given) : NO_NAMES,
      mayBeSet: flag =>
        KUBELET_CONFIG_PATHS.has(flag)
          ? !isFileSeen && (hasFile || given.has('config-dir'))
          : commandLine === undefined,
    },
  };
}

function placeOf({ node }: KubeletReport, hasFile: boolean) {
  return {
    place: `KubeletInfo ${node}`,
    name: `the kubelet of ${node}`,
    unsetPath: hasFile ? CONFIG : COMMAND_LINE,
  };
}

function noteOf(day: string, seesLine: boolean): string {
  const note = `from Kubescape's KubeletInfo of ${day}`;
  return seesLine ? note : `${note} without the command line`;
}

function flagsOnLine(commandLine = ''): ReadonlyMap<string, Flag> {
  return flagsOf(
    commandLine.split(/[\s\0]+/).map(text => ({ text, path: COMMAND_LINE })),
  );
}

function namesWithout(
  given: ReadonlyMap<string, Flag>,
): ReadonlyMap<string, string> {
  return new Map(
    [...KUBELET_CONFIG_PATHS].filter(([flag]) => !given.has(flag)),
  );
}

function flagsInFile(text: string): ReadonlyMap<string, Flag> | MalformedInput {
  try {
    return kubeletConfigFlags(yamlObject(text, CONFIG), CONFIG);
  } catch (error) {
    if (error instanceof MalformedInput) return error;
    throw error;
  }
}
