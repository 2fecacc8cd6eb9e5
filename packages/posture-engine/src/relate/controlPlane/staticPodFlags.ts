import { ControlPlaneComponent } from '../../data/flagRule';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  isJsonObject,
  JsonObject,
  objectsAt,
  objectOrEmpty,
  stringsAt,
} from '../../read/typedReads';
import { flagsOf, Token, wordsOf } from './commandLine';
import { Flag, FlaggedProgram, VALUE_FROM_ELSEWHERE } from './flagSource';

/** Where distributions run the static pods of their control plane. */
const NAMESPACES = new Set([
  'kube-system',
  'openshift-etcd',
  'openshift-kube-apiserver',
  'openshift-kube-controller-manager',
  'openshift-kube-scheduler',
]);

/** Labels by which kubeadm, kind and RKE2, kops and Talos tell the component of a pod. */
const COMPONENT_LABELS = ['component', 'k8s-app', 'app.kubernetes.io/name'];

/** Flags that name a file with settings of every kind, which no API shows. etcd heeds nothing beside its file. */
const FILE_FLAGS: Readonly<Record<ControlPlaneComponent, string>> = {
  'kube-apiserver': 'openshift-config',
  'kube-controller-manager': 'openshift-config',
  'kube-scheduler': 'openshift-config',
  etcd: 'config-file',
};

/** True for a static pod that runs this component of a control plane. */
export function runsComponent(
  pod: KubernetesObject,
  component: ControlPlaneComponent,
): boolean {
  const { namespace, labels } = pod.metadata;
  if (namespace === undefined || !NAMESPACES.has(namespace)) return false;
  const named = isJsonObject(labels) ? labels : {};
  return (
    COMPONENT_LABELS.some(label => named[label] === component) ||
    hasContainer(pod, component)
  );
}

/** A pod that cannot be read runs nothing: it must not hide those that can. */
function hasContainer(
  { spec }: KubernetesObject,
  component: ControlPlaneComponent,
): boolean {
  return (
    isJsonObject(spec) &&
    Array.isArray(spec.containers) &&
    spec.containers.some(
      (container: unknown) =>
        isJsonObject(container) && container.name === component,
    )
  );
}

/** The program that a static pod runs, with its flags. Throws MalformedInput where they have the wrong type. */
export function programOfPod(
  pod: KubernetesObject,
  component: ControlPlaneComponent,
): FlaggedProgram {
  const { namespace, name } = pod.metadata;
  const containers = containersOf(pod);
  const index = Math.max(
    containers.findIndex(container => container.name === component),
    0,
  );
  const container = containers[index] ?? {};
  const path = `spec.containers[${index}]`;
  const given = flagsOf(tokensOf(container, path));
  const hasFile = given.has(FILE_FLAGS[component]);
  return {
    place: `Pod ${namespace}/${name}`,
    name,
    flags: component === 'etcd' ? flagsOfEtcd(given, container, path) : given,
    unsetPath: `${path}.command`,
    mayBeSet: () => hasFile,
  };
}

function containersOf(pod: KubernetesObject): readonly JsonObject[] {
  return objectsAt(objectOrEmpty(pod, 'spec', ''), 'containers', 'spec');
}

function tokensOf(container: JsonObject, path: string): readonly Token[] {
  return ['command', 'args'].flatMap(list =>
    stringsAt(container, list, path).flatMap((text, index) =>
      wordsOf({ text, path: `${path}.${list}[${index}]` }),
    ),
  );
}

/** etcd takes flags from its environment too, where they are not on its command line; with a file it takes neither. */
function flagsOfEtcd(
  given: ReadonlyMap<string, Flag>,
  container: JsonObject,
  path: string,
): ReadonlyMap<string, Flag> {
  if (given.has(FILE_FLAGS.etcd)) return new Map();
  const flags = new Map<string, Flag>();
  objectsAt(container, 'env', path).forEach(({ name, value }, index) => {
    const match = /^ETCD_([A-Z0-9_]+)$/.exec(String(name));
    if (!match) return;
    const flag = match[1].toLowerCase().replaceAll('_', '-');
    const isLiteral = typeof value === 'string';
    flags.set(flag, {
      values: [isLiteral ? value : VALUE_FROM_ELSEWHERE],
      path: `${path}.env[${index}]`,
    });
  });
  return new Map([...flags, ...given]);
}
