/** The kinds of thing that a control can judge. */
export type SubjectType =
  | 'workload'
  | 'namespace'
  | 'serviceAccount'
  | 'roleBinding'
  | 'node'
  | 'image'
  | 'cluster';

/** Names one subject inside its cluster; `clusterRef` names the cluster itself. */
export interface SubjectRef {
  readonly type: SubjectType;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A cluster as a subject of its own. Findings on it have this ref everywhere, so that their keys are the same. */
export function clusterRef(name: string): SubjectRef {
  return { type: 'cluster', apiVersion: '', kind: 'Cluster', name };
}
