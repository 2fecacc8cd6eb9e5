import { Category, ControlScope, Outcome } from 'security-posture-engine';

/** Categories as headings, in the order of the catalogue. */
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  podSpec: 'Containers and pods',
  image: 'Images',
  network: 'Network, exposure and namespaces',
  rbac: 'RBAC and service accounts',
  version: 'Versions of the cluster and of its components',
  controlPlane: 'Control plane',
  node: 'Nodes and operations',
};

/** What a control looks at, by its scope. */
export const SCOPE_WORDS: Readonly<Record<ControlScope, string>> = {
  container: 'the containers of a workload',
  pod: 'the pods of a workload',
  workload: 'a workload',
  image: 'an image, with the workloads that use it',
  serviceAccount: 'a service account',
  namespace: 'a namespace',
  rbac: 'rights: RoleBindings and ClusterRoleBindings',
  node: 'a node',
  controlPlane: 'the control plane of a cluster',
  cluster: 'a cluster as a whole',
};

/** Headings of the examples of an outcome, in the order of a page. */
export const OUTCOME_TITLES: Readonly<Record<Outcome, string>> = {
  pass: 'Passes',
  fail: 'Fails',
  notApplicable: 'Does not apply',
  notEvaluated: 'Cannot be evaluated',
};
