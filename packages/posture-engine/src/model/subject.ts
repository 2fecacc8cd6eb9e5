/** The kinds of thing that a control can judge. */
export type SubjectType =
  | 'workload'
  | 'namespace'
  | 'serviceAccount'
  | 'roleBinding'
  | 'node'
  | 'image'
  | 'cluster';

/** Names one subject inside its cluster. A cluster's own ref has kind `Cluster` and no apiVersion. */
export interface SubjectRef {
  readonly type: SubjectType;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}
