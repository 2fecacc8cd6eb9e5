import { ClusterSize } from './sizes';

/** Names one generated cluster: equal specs give equal clusters. */
export interface GeneratorSpec {
  size: ClusterSize;
  seed: number;
  /** Which of the clusters of that size, from 0. */
  cluster: number;
}
