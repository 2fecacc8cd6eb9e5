import { KubernetesObject } from 'security-posture-engine';
import { LineTree } from './LineTree';

/** A Kubernetes object, and where it was read. */
export interface Manifest {
  readonly object: KubernetesObject;
  readonly file: string;
  /** 1-based, counting every document of the file. */
  readonly document: number;
  readonly lines: LineTree;
}
