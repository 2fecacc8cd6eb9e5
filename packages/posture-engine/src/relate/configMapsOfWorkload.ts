import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { memoByList } from './memo';

/** Where a workload refers to a ConfigMap of its namespace. */
export interface ConfigMapReference {
  readonly name: string;
  /** Path from the workload's root. */
  readonly path: string;
  readonly container: string | undefined;
}

const indexOf = memoByList((configMaps: readonly KubernetesObject[]) => {
  const byName = new Map<string, KubernetesObject>();
  const byOwner = new Map<string, KubernetesObject[]>();
  for (const configMap of configMaps) {
    const { name, namespace = 'default', ownerReferences } = configMap.metadata;
    byName.set(`${namespace}/${name}`, configMap);
    for (const owner of ownerReferences ?? []) {
      const key = `${namespace}/${owner?.kind}/${owner?.name}`;
      byOwner.set(key, [...(byOwner.get(key) ?? []), configMap]);
    }
  }
  return { byName, byOwner };
});

/** The ConfigMaps that a workload refers to, each at its first place: environment, then volumes. */
export function configMapReferences(
  workload: Workload,
): readonly ConfigMapReference[] {
  const first = new Map<string, ConfigMapReference>();
  const add = (name: string | undefined, path: string, container?: string) => {
    if (name && !first.has(name)) first.set(name, { name, path, container });
  };
  for (const container of workload.containers) {
    for (const { configMapName, path } of container.env)
      add(configMapName, `${path}.valueFrom.configMapKeyRef`, container.name);
    for (const { configMapName, path } of container.envFrom)
      add(configMapName, `${path}.configMapRef`, container.name);
  }
  for (const { configMapNames, path } of workload.volumes)
    configMapNames.forEach(name => add(name, path));
  return [...first.values()];
}

/** The ConfigMap of this name, or undefined. */
export function findConfigMap(
  namespace: string,
  name: string,
  configMaps: readonly KubernetesObject[],
): KubernetesObject | undefined {
  return indexOf(configMaps).byName.get(`${namespace}/${name}`);
}

/** The ConfigMaps that name this workload as their owner. */
export function ownedConfigMaps(
  { namespace, subject }: Workload,
  configMaps: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  return (
    indexOf(configMaps).byOwner.get(
      `${namespace}/${subject.kind}/${subject.name}`,
    ) ?? []
  );
}
