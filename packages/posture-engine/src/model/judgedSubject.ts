import { KubernetesObject } from './kubernetesObject';
import { SubjectRef, SubjectType } from './subject';
import { Workload } from './workload';

/** A namespace, service account, role binding or node, as it was read. */
export interface ObjectSubject {
  readonly subject: SubjectRef;
  readonly object: KubernetesObject;
  /** True where it is only named by something else in the manifests: of the object itself no more than its name is known. */
  readonly implied?: boolean;
}

/** Where an image is used. */
export interface ImageUse {
  readonly workload: Workload;
  readonly container: string;
  /** As the workload asks for it. */
  readonly reference: string;
}

/** One image of a cluster: by digest where one is known, else by reference. */
export interface ImageSubject {
  readonly subject: SubjectRef;
  /** `sha256:…`, of a running container or of the reference. */
  readonly digest?: string;
  readonly uses: readonly ImageUse[];
}

/** A cluster as a whole. */
export interface ClusterSubject {
  readonly subject: SubjectRef;
}

/** What the rule of a control is handed, by the type of its subject. */
export interface JudgedSubjects {
  readonly workload: Workload;
  readonly namespace: ObjectSubject;
  readonly serviceAccount: ObjectSubject;
  readonly roleBinding: ObjectSubject;
  readonly node: ObjectSubject;
  readonly image: ImageSubject;
  readonly cluster: ClusterSubject;
}

/** Anything that a control judges. */
export type JudgedSubject = JudgedSubjects[SubjectType];
