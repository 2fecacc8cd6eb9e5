/** Annotation whose value the label of the same name on the entity's workloads has. The kubernetes plugin's own, as the others here. */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';
/** Annotation that holds a label selector; it wins over the id. */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';
/** Annotation that names the only namespace of the entity's workloads. */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';
/** Annotation that names the only cluster of the entity's workloads, where the service locator is `singleTenant`. */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

/** The annotations that say that an entity should have workloads. */
export const KUBERNETES_ANNOTATIONS = [
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  KUBERNETES_CLUSTER_ANNOTATION,
] as const;
