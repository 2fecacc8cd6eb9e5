import { KUBELET_CONFIG_PATHS } from '../../data/kubeletSettings';
import { KubernetesObject } from '../../model/kubernetesObject';
import { stringMapAt } from '../../read/typedReads';
import { yamlObject } from '../../read/yamlObject';
import { Flag } from '../controlPlane/flagSource';
import { memoByList } from '../memo';
import { kubeletConfigFlags } from './kubeletConfigFlags';
import { KubeletSource } from './kubeletSource';

const NAME = 'kubelet-config';
const PATH = 'data.kubelet';

const declaredFlags = memoByList(
  (
    configMaps: readonly KubernetesObject[],
  ): ReadonlyMap<string, Flag> | undefined => {
    const configMap = configMaps.find(
      ({ metadata: { name, namespace } }) =>
        name === NAME && namespace === 'kube-system',
    );
    const text = configMap && stringMapAt(configMap, 'data', '').kubelet;
    return text === undefined
      ? undefined
      : kubeletConfigFlags(yamlObject(text, PATH), PATH);
  },
);

/**
 * The settings that kubeadm hands every kubelet which joins: declared, as flags and changes on the node are not in it.
 * Undefined where the cluster has no such ConfigMap. Throws MalformedInput where it cannot be parsed.
 */
export function declaredKubelet(
  node: string,
  configMaps: readonly KubernetesObject[],
): KubeletSource | undefined {
  const flags = declaredFlags(configMaps);
  return (
    flags && {
      note: `as ConfigMap kube-system/${NAME} declares`,
      hasFile: true,
      program: {
        place: `ConfigMap kube-system/${NAME}`,
        name: `the kubelet of ${node}`,
        flags,
        namesInFile: KUBELET_CONFIG_PATHS,
        unsetPath: PATH,
        mayBeSet: flag => !KUBELET_CONFIG_PATHS.has(flag),
      },
    }
  );
}
