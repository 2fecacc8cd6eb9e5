import { KubernetesObject } from '../model/kubernetesObject';
import { dateAt } from './dates';
import {
  isJsonObject,
  JsonObject,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from './typedReads';

/** Owner and mode of a file on a node, as a sensor saw them. Its content is not kept. */
export interface FileState {
  readonly path: string;
  /** The permission bits: 0o600. */
  readonly mode?: number;
  readonly userId?: number;
  readonly groupId?: number;
}

/** Whose report, and of when. */
interface HostReport {
  readonly node: string;
  /** Epoch milliseconds; undefined where the report does not say. */
  readonly sensedAt?: number;
}

/** The processes of a control plane whose command lines a ControlPlaneInfo holds. */
export type SensedProcess =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler';

/** What a ControlPlaneInfo of Kubescape says of one node. */
export interface ControlPlaneReport extends HostReport {
  /** Absent where the process does not run there. */
  readonly commandLines: Partial<Readonly<Record<SensedProcess, string>>>;
  readonly manifests: Partial<
    Readonly<Record<SensedProcess | 'etcd', FileState>>
  >;
  readonly adminConfig?: FileState;
  readonly pkiFolder?: FileState;
  readonly pkiFiles: readonly FileState[];
}

/** What a KubeletInfo of Kubescape says of one node. */
export interface KubeletReport extends HostReport {
  readonly commandLine?: string;
  readonly configFile?: FileState;
  /** The text of the kubelet's configuration file, YAML as a rule. */
  readonly configText?: string;
  /** Owner and mode only: its content is the kubelet's credential. */
  readonly kubeConfigFile?: FileState;
  readonly clientCaFile?: FileState;
  readonly serviceFiles: readonly FileState[];
}

const SECTIONS: Readonly<Record<SensedProcess, string>> = {
  'kube-apiserver': 'APIServerInfo',
  'kube-controller-manager': 'controllerManagerInfo',
  'kube-scheduler': 'schedulerInfo',
};
const PROCESSES = Object.keys(SECTIONS) as readonly SensedProcess[];

/** Reads a ControlPlaneInfo. Throws MalformedInput on values of the wrong type. */
export function controlPlaneReport(
  report: KubernetesObject,
): ControlPlaneReport {
  const spec = objectOrEmpty(report, 'spec', '');
  const commandLines: Partial<Record<SensedProcess, string>> = {};
  const manifests: Partial<Record<SensedProcess | 'etcd', FileState>> = {};
  for (const process of PROCESSES) {
    const info = objectAt(spec, SECTIONS[process], 'spec');
    if (!info) continue;
    const line = stringAt(info, 'cmdLine', `spec.${SECTIONS[process]}`);
    if (line) commandLines[process] = line;
    const file = fileAt(info, 'specsFile', `spec.${SECTIONS[process]}`);
    if (file) manifests[process] = file;
  }
  const etcd = fileAt(spec, 'etcdConfigFile', 'spec');
  return {
    ...hostReportOf(report, spec),
    commandLines,
    manifests: etcd ? { ...manifests, etcd } : manifests,
    adminConfig: fileAt(spec, 'adminConfigFile', 'spec'),
    pkiFolder: fileAt(spec, 'PKIDir', 'spec'),
    pkiFiles: filesAt(spec, 'PKIFiles', 'spec'),
  };
}

/** Reads a KubeletInfo. Throws MalformedInput on values of the wrong type. */
export function kubeletReport(report: KubernetesObject): KubeletReport {
  const spec = objectOrEmpty(report, 'spec', '');
  const config = objectOrEmpty(spec, 'configFile', 'spec');
  const content = stringAt(config, 'content', 'spec.configFile');
  return {
    ...hostReportOf(report, spec),
    commandLine: stringAt(spec, 'cmdLine', 'spec') || undefined,
    configFile: fileAt(spec, 'configFile', 'spec'),
    ...(content ? { configText: textOfBase64(content) } : {}),
    kubeConfigFile: fileAt(spec, 'kubeConfigFile', 'spec'),
    clientCaFile: fileAt(spec, 'clientCAFile', 'spec'),
    serviceFiles: filesAt(spec, 'serviceFiles', 'spec'),
  };
}

function hostReportOf(report: KubernetesObject, spec: JsonObject): HostReport {
  const status = objectOrEmpty(report, 'status', '');
  const sensedAt = dateAt(status, 'lastSensed', 'status');
  return {
    node: stringAt(spec, 'nodeName', 'spec') || report.metadata.name,
    ...(sensedAt === undefined ? {} : { sensedAt }),
  };
}

/** The state of a list of files, as CNIInfo and others hold it. Throws MalformedInput on other types. */
export function filesAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly FileState[] {
  return objectsAt(object, key, path).flatMap(
    file => stateOf(file, `${path}.${key}`) ?? [],
  );
}

function fileAt(
  object: JsonObject,
  key: string,
  path: string,
): FileState | undefined {
  const file = objectAt(object, key, path);
  return file && stateOf(file, `${path}.${key}`);
}

function stateOf(file: JsonObject, place: string): FileState | undefined {
  const path = stringAt(file, 'path', place);
  if (!path) return undefined;
  const owner = isJsonObject(file.ownership) ? file.ownership : {};
  const isKnown = !owner.err;
  return {
    path,
    mode: numberAt(file, 'permissions', place),
    ...(isKnown
      ? {
          userId: numberAt(owner, 'uid', `${place}.ownership`),
          groupId: numberAt(owner, 'gid', `${place}.ownership`),
        }
      : {}),
  };
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The UTF-8 text that base64 holds; undefined where it is none. */
function textOfBase64(content: string): string | undefined {
  if (!BASE64.test(content)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(content), byte => byte.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
