/** How well a workload is hardened. */
export type Quality = 'exemplary' | 'good' | 'average' | 'poor' | 'dreadful';

/** One generated workload before it is written out. */
export interface WorkloadPlan {
  kind: string;
  name: string;
  namespace: string;
  quality: Quality;
  /** Pods of a kind that has replicas. */
  replicas: number;
  /** The label by which the catalog finds it; undefined for one that nobody owns. */
  kubernetesId?: string;
  /** The start of every random choice about it. */
  seed: string;
}
