import { Support, supportOf } from '../data/supportDates';
import { DataTables, Provider } from '../model/dataTables';
import { ClusterMarks, providerOfCluster } from './providerOfCluster';

/** Who supports a minor of Kubernetes, and how long. */
export interface MinorSupport {
  /** The provider that the cluster positively shows, where it shows one. */
  readonly provider: Provider | undefined;
  /** The provider's support where its table has the minor, else that of Kubernetes; undefined where neither has it. */
  readonly support: Support | undefined;
}

/** Support of Kubernetes 1.`minor` in a cluster with these marks, seen at a time. */
export function supportOfMinor(
  minor: number,
  marks: ClusterMarks,
  { supportDates, providers }: DataTables,
  now: number,
): MinorSupport {
  const provider = providerOfCluster(providers, marks);
  const { supportProduct } = provider ?? {};
  const ofProvider =
    provider &&
    supportProduct &&
    supportOf(supportDates, supportProduct, lineOf(provider, minor), now);
  return {
    provider,
    support:
      ofProvider || supportOf(supportDates, 'kubernetes', `1.${minor}`, now),
  };
}

/** The provider's own name of the line that brings Kubernetes 1.`minor`: `4.20` for 1.33. */
export function lineOf({ minorOffset }: Provider, minor: number): string {
  return minorOffset === undefined ? `1.${minor}` : `4.${minor - minorOffset}`;
}
