import { StoredSubject } from '../SubjectIndex';

/** The annotations that join entities to workloads. */
export const ID = 'backstage.io/kubernetes-id';
export const SELECTOR = 'backstage.io/kubernetes-label-selector';
export const NAMESPACE = 'backstage.io/kubernetes-namespace';
export const CLUSTER = 'backstage.io/kubernetes-cluster';
export const CLUSTERS = ['prod', 'staging'];

let ids = 0;

/** A stored workload in a cluster. */
export interface PlacedSubject extends StoredSubject {
  readonly cluster: string;
}

/** A stored workload in namespace `shop` of cluster `prod`. */
export function aStored(
  name: string,
  rest: Partial<PlacedSubject> = {},
): PlacedSubject {
  ids += 1;
  return {
    id: ids,
    key: `key-${ids}`,
    cluster: 'prod',
    namespace: 'shop',
    name,
    labels: { own: {}, pod: {} },
    uses: [],
    ...rest,
  };
}

/** Five workloads in two clusters. */
export const SUBJECTS = [
  aStored('web', {
    labels: { own: { [ID]: 'web', app: 'web', tier: 'front' }, pod: {} },
  }),
  aStored('web-staging', {
    cluster: 'staging',
    labels: { own: { [ID]: 'web', app: 'web' }, pod: {} },
  }),
  aStored('worker', {
    namespace: 'jobs',
    labels: { own: {}, pod: { [ID]: 'web', app: 'worker' } },
  }),
  aStored('db', {
    labels: { own: { app: 'db', tier: 'back' }, pod: { app: 'db' } },
  }),
  aStored('lonely', {}),
];

/** Their names in order. */
export function namesOf(subjects: readonly StoredSubject[]): string[] {
  return subjects.map(({ name }) => name).sort();
}
