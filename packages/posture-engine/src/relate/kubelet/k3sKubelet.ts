import { K3S_KUBELET_DEFAULTS } from '../../data/kubeletSettings';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Flag } from '../controlPlane/flagSource';
import {
  AnnotatingProgram,
  flagsHandedOn,
  nodeArguments,
} from '../nodeArguments';
import { kubeletVersionOf, nodeInfoOf } from '../nodeInfo';
import { KubeletSource } from './kubeletSource';

const PROGRAMS: readonly AnnotatingProgram[] = ['k3s', 'rke2'];
const READ_ONLY_PORT = 'read-only-port';

/**
 * The settings of the kubelet inside k3s or RKE2: what they set by themselves, and what their arguments, written on the node, change.
 * Undefined on other nodes. Throws MalformedInput where the arguments are no list.
 */
export function k3sKubelet(node: KubernetesObject): KubeletSource | undefined {
  for (const program of PROGRAMS) {
    const args = nodeArguments(node, program);
    if (!args) continue;
    const handedOn = flagsHandedOn(args, 'kubelet-arg');
    const own = handedOn.has('config-dir')
      ? new Map<string, Flag>()
      : ownFlags(node, program, args.path);
    const hasOtherFile = handedOn.has('config') || handedOn.has('config-dir');
    return {
      note: `from the arguments of ${program} on the node`,
      hasFile: true,
      program: {
        place: `Node ${node.metadata.name}`,
        name: `the kubelet of ${node.metadata.name}`,
        flags: new Map([...own, ...handedOn]),
        unsetPath: args.path,
        mayBeSet: flag => hasOtherFile || flag === READ_ONLY_PORT,
      },
    };
  }
  return undefined;
}

/**
 * Releases of Kubernetes 1.32 lost the setting that closes the read-only port: k3s until 1.32.3 (k3s-io/k3s issue 12166),
 * RKE2 until some patch of 1.32 and 1.33 (rancher/rke2 issue 8094), so there nothing is said of it.
 */
function ownFlags(
  node: KubernetesObject,
  program: AnnotatingProgram,
  path: string,
): Map<string, Flag> {
  const [, minor = 0, patch = 0] =
    kubeletVersionOf(nodeInfoOf(node))?.numbers ?? [];
  const flags = new Map(
    [...K3S_KUBELET_DEFAULTS].map(([flag, value]): [string, Flag] => [
      flag,
      { values: [value], path, shown: true },
    ]),
  );
  if (program === 'rke2' && (minor === 32 || minor === 33))
    flags.delete(READ_ONLY_PORT);
  if (program === 'k3s' && minor === 32 && patch < 4)
    flags.set(READ_ONLY_PORT, { values: ['10255'], path, shown: true });
  return flags;
}
