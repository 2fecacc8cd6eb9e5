import { resolve } from 'node:path';

const data = resolve(require.resolve('../../package.json'), '..', 'data');

const fresh = (name: string) => ['fresh/upstream', `fresh/${name}`];

const clusters = {
  'prod-eu': { version: 'v1.35.8', folders: ['prod-eu'] },
  staging: { version: 'v1.34.11', folders: ['staging'] },
  kubeadm: { version: 'v1.35.8', folders: fresh('kubeadm') },
  kind: { version: 'v1.35.0', folders: fresh('kind') },
  k3s: { version: 'v1.34.6+k3s1', folders: fresh('k3s') },
  eks: { version: 'v1.34.4-eks-3a10415', folders: fresh('eks') },
  gke: { version: 'v1.34.4-gke.1047000', folders: fresh('gke') },
  aks: { version: 'v1.34.4', folders: fresh('aks') },
} as const;

/** The clusters that are written down in `data`. */
export type WrittenClusterName = keyof typeof clusters;

/** What `startDemoCluster` takes. */
export interface WrittenCluster {
  name: WrittenClusterName;
  version: string;
  folders: string[];
}

/** Those shaped like a cluster right after its creation, with nothing deployed by users. */
export const freshClusterNames: readonly WrittenClusterName[] = [
  'kubeadm',
  'kind',
  'k3s',
  'eks',
  'gke',
  'aks',
];

/** A written cluster, to be started: `startDemoCluster(writtenCluster('kind'))`. */
export function writtenCluster(name: WrittenClusterName): WrittenCluster {
  const { version, folders } = clusters[name];
  return {
    name,
    version,
    folders: folders.map(folder => resolve(data, folder)),
  };
}
