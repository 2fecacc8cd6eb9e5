/** The views of a cluster's page, in the order of their tabs. */
export const CLUSTER_VIEWS = [
  'posture',
  'controls',
  'nodes',
  'namespaces',
  'access',
  'attestations',
  'sweeps',
  'drift',
] as const;

/** A view of a cluster's page. */
export type ClusterViewName = (typeof CLUSTER_VIEWS)[number];

/** What a cluster's page keeps in the address. */
export const CLUSTER_PAGE_DEFAULTS = {
  view: 'posture',
  /** Days that are compared. */
  compare: '',
  /** The cluster that this one is compared with. */
  b: '',
  /** The control that is attested, or `new`. */
  attest: '',
  /** Id of the attestation that is withdrawn. */
  withdraw: '',
  /** State of the controls that are listed. */
  state: '',
};

/** What a cluster's page shows. */
export type ClusterPageState = typeof CLUSTER_PAGE_DEFAULTS;

/** Changes what a cluster's page shows. */
export type ChangeClusterPage = (change: Partial<ClusterPageState>) => void;

/** The view that an address names; the first one for any that there is not. */
export function viewOf(text: string): ClusterViewName {
  return CLUSTER_VIEWS.find(view => view === text) ?? 'posture';
}
