import { Container } from '../model/container';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { parseImageReference } from '../read/imageReference';
import { MalformedInput } from '../read/malformedInput';
import { stringMapAt } from '../read/typedReads';
import { findConfigMap } from './configMapsOfWorkload';
import { memoByList } from './memo';

/** A container that runs the community's ingress-nginx controller. */
export interface IngressNginxController {
  readonly workload: Workload;
  readonly container: Container;
  /** Major, minor and patch of its tag; undefined where the tag tells none. */
  readonly version: ControllerVersion | undefined;
}

/** `[1, 11, 5]` */
export type ControllerVersion = readonly [number, number, number];

/**
 * Repositories of the controller, with any prefix of a mirror: today's, and the one before 2020.
 * Not F5's `nginx/nginx-ingress`, which is another product.
 */
const REPOSITORY =
  /(?:^|\/)(?:ingress-nginx\/controller(?:-chroot)?|kubernetes-ingress-controller\/nginx-ingress-controller)$/;
const VERSION = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?!\d)/;
const CONFIG_MAP_FLAG = /^--configmap=([^/]*)\/(.+)$/;
const SETTING = 'allow-snippet-annotations';

/** The ingress-nginx controllers among workloads. A workload whose image cannot be read runs none. */
export const ingressNginxControllers = memoByList(
  (workloads: readonly Workload[]): readonly IngressNginxController[] =>
    workloads.flatMap(controllersOf),
);

/** The ingress-nginx controllers that a workload runs. */
export function controllersOf(workload: Workload): IngressNginxController[] {
  try {
    return workload.containers.flatMap(container => {
      if (!container.image?.includes('nginx')) return [];
      const image = parseImageReference(container.image);
      return image && REPOSITORY.test(image.repository)
        ? [{ workload, container, version: versionOf(image.tag) }]
        : [];
    });
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return [];
  }
}

/** True where the first version is older than the second. */
export function isOlder(
  version: ControllerVersion,
  than: ControllerVersion,
): boolean {
  const at = version.findIndex((part, index) => part !== than[index]);
  return at >= 0 && version[at] < than[at];
}

/** True where a controller cannot be told to ignore snippet annotations (CVE-2021-25742): below 0.49.1, and 1.0.0. */
export function cannotRefuseSnippets(version: ControllerVersion): boolean {
  return isOlder(version, [0, 49, 1]) || version.join('.') === '1.0.0';
}

/**
 * Whether a controller obeys snippet annotations: by its version where that has no setting, by its ConfigMap,
 * else by the default of its version, which is yes below 1.9.0. Undefined where its version is unknown and nothing is set.
 * `configMaps` is called only where the answer depends on them.
 */
export function allowsSnippets(
  { workload, container, version }: IngressNginxController,
  configMaps: () => readonly KubernetesObject[],
): boolean | undefined {
  if (version && cannotRefuseSnippets(version)) return true;
  const setting = settingOf(workload, container, configMaps);
  if (setting !== undefined) return setting === 'true';
  return version && isOlder(version, [1, 9, 0]);
}

function settingOf(
  workload: Workload,
  container: Container,
  configMaps: () => readonly KubernetesObject[],
): string | undefined {
  const { command, args } = container.commandLine;
  const [, prefix, name] =
    [...command, ...args]
      .map(argument => CONFIG_MAP_FLAG.exec(argument))
      .find(match => match !== null) ?? [];
  if (name === undefined) return undefined;
  const namespace = prefix.startsWith('$(') ? workload.namespace : prefix;
  const configMap = findConfigMap(namespace, name, configMaps());
  return (
    configMap && stringMapAt(configMap, 'data', `ConfigMap ${name}`)[SETTING]
  );
}

function versionOf(tag: string | undefined): ControllerVersion | undefined {
  const match = VERSION.exec(tag ?? '');
  return match
    ? [Number(match[1]), Number(match[2]), Number(match[3])]
    : undefined;
}
