import { unlessMalformed } from '../kit/unlessMalformed';
import { unlessMissing } from '../kit/unlessMissing';
import { Container } from '../model/container';
import { ControlContext } from '../model/control';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import {
  isJsonObject,
  JsonObject,
  stringAt,
  stringMapAt,
} from '../read/typedReads';
import { yamlObject } from '../read/yamlObject';
import { flagsOf, wordsOf } from './controlPlane/commandLine';
import { Flag } from './controlPlane/flagSource';
import { isKubeProxyImage } from './kubernetesComponents';
import { memoByList } from './memo';
import { flagsHandedOn, nodeArguments } from './nodeArguments';
import { nodeInfoOf } from './nodeInfo';

/** The lists that tell how kube-proxy is set up, beside the nodes themselves. */
export const KUBE_PROXY_NEEDS = [
  'workloads',
  'staticPods',
  'kubeSystemConfigMaps',
] as const;

type Context = ControlContext<(typeof KUBE_PROXY_NEEDS)[number]>;

/** Where the kube-proxy of a node serves its metrics. */
export type KubeProxyMetrics =
  /** Empty: not set, which is the loopback address. */
  | { readonly is: 'address'; readonly address: string; readonly path: string }
  /** Its configuration does not show. */
  | { readonly is: 'hidden' }
  /** No kube-proxy runs in the cluster. */
  | { readonly is: 'absent' };

const ADDRESS_FLAG = 'metrics-bind-address';
/** ConfigMaps of kube-system with the configuration file: that of kubeadm, and that of EKS. */
const FILES: readonly (readonly [name: string, key: string])[] = [
  ['kube-proxy', 'config.conf'],
  ['kube-proxy-config', 'config'],
];

const metricsInFile = memoByList(
  (configMaps: readonly KubernetesObject[]): KubeProxyMetrics => {
    for (const [name, key] of FILES) {
      const configMap = configMaps.find(
        ({ metadata }) =>
          metadata.name === name && metadata.namespace === 'kube-system',
      );
      const text = configMap && stringMapAt(configMap, 'data', '')[key];
      if (text === undefined) continue;
      const path = `ConfigMap kube-system/${name} data[${key}]`;
      const config: JsonObject = yamlObject(text, path);
      const address = stringAt(config, 'metricsBindAddress', path) ?? '';
      return { is: 'address', address, path: `${path} metricsBindAddress` };
    }
    return { is: 'hidden' };
  },
);

const kubeProxyDaemonSets = memoByList(
  (workloads: readonly Workload[]): readonly Workload[] =>
    workloads.filter(
      workload =>
        workload.subject.kind === 'DaemonSet' &&
        workload.namespace === 'kube-system' &&
        unlessMalformed(() => containerOf(workload)),
    ),
);

/** Static pods that run kube-proxy, as those of GKE, kops and RKE2, by their node. */
const kubeProxyPods = memoByList(
  (staticPods: readonly KubernetesObject[]): ReadonlyMap<string, Workload> =>
    new Map(
      staticPods.flatMap(pod => {
        const workload = new Workload(pod);
        const node = isJsonObject(pod.spec) ? pod.spec.nodeName : undefined;
        return typeof node === 'string' &&
          unlessMalformed(() => containerOf(workload))
          ? [[node, workload] as const]
          : [];
      }),
    ),
);

/**
 * Where the kube-proxy of a node serves its metrics: by its static pod on the node, its DaemonSet or the arguments of k3s; with
 * `--config` by the file in a ConfigMap, as it then takes no other flag. Throws MissingInput where what is needed was not read,
 * and MalformedInput where it cannot be parsed.
 */
export function metricsOfKubeProxy(
  node: KubernetesObject,
  context: Context,
): KubeProxyMetrics {
  const { inventory } = context;
  const byK3s = metricsOfK3s(node);
  if (byK3s) return byK3s;
  const daemonSets = kubeProxyDaemonSets(inventory.workloads);
  const { isWindows } = nodeInfoOf(node);
  const staticPods = kubeProxyPods(
    daemonSets.length > 0
      ? unlessMissing(() => inventory.staticPods) ?? []
      : inventory.staticPods,
  );
  const proxy =
    staticPods.get(node.metadata.name) ??
    daemonSets.find(one => one.selectsWindowsNodes === isWindows);
  if (proxy) return metricsOf(proxy, context);
  const isSeen = daemonSets.length > 0 || staticPods.size > 0;
  return { is: isSeen ? 'hidden' : 'absent' };
}

/** k3s runs kube-proxy in its own process. */
function metricsOfK3s(node: KubernetesObject): KubeProxyMetrics | undefined {
  const args = nodeArguments(node, 'k3s');
  if (!args) return undefined;
  if (args.flags.get('disable-kube-proxy')?.values.at(-1) === 'true')
    return { is: 'absent' };
  const flags = flagsHandedOn(args, 'kube-proxy-arg');
  if (flags.has('config')) return { is: 'hidden' };
  return addressIn(flags, `Node ${node.metadata.name} ${args.path}`);
}

function metricsOf(
  workload: Workload,
  { inventory }: Context,
): KubeProxyMetrics {
  const container = containerOf(workload);
  if (!container) return { is: 'hidden' };
  const { namespace, subject } = workload;
  const place = `${subject.kind} ${namespace}/${subject.name}`;
  const flags = flagsOfContainer(container);
  return flags.has('config')
    ? metricsInFile(inventory.kubeSystemConfigMaps)
    : addressIn(flags, `${place} ${container.path}.command`);
}

function addressIn(
  flags: ReadonlyMap<string, Flag>,
  place: string,
): KubeProxyMetrics {
  const address = flags.get(ADDRESS_FLAG)?.values.at(-1) ?? '';
  return address.includes('$')
    ? { is: 'hidden' }
    : { is: 'address', address, path: place };
}

function containerOf({ containers }: Workload): Container | undefined {
  return containers.find(
    ({ kind, name, image }) =>
      kind === 'app' &&
      (name === 'kube-proxy' || (image && isKubeProxyImage(image))),
  );
}

function flagsOfContainer({
  commandLine: { command, args },
  path,
}: Container): ReadonlyMap<string, Flag> {
  return flagsOf(
    [...command, ...args].flatMap(text => wordsOf({ text, path })),
  );
}
