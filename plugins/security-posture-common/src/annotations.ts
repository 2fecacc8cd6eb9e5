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

/** Annotation of a workload that asks for exemptions: ids of controls, joined by commas. */
export const EXEMPT_ANNOTATION = 'security-posture.io/exempt';
/** Annotation of a workload that says why. */
export const EXEMPT_REASON_ANNOTATION = 'security-posture.io/exempt-reason';
/** Annotation of a workload that says until when: a day, such as `2026-12-31`, or an ISO time. */
export const EXEMPT_UNTIL_ANNOTATION = 'security-posture.io/exempt-until';
