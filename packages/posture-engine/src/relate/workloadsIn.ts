import { Workload } from '../model/workload';
import { memoByList } from './memo';
import { addTo } from './addTo';

const NONE: readonly Workload[] = Object.freeze([]);

const byNamespace = memoByList((workloads: readonly Workload[]) => {
  const index = new Map<string, Workload[]>();
  for (const workload of workloads) {
    addTo(index, workload.namespace, workload);
  }
  return index;
});

/** The workloads of a namespace. */
export function workloadsIn(
  namespace: string,
  workloads: readonly Workload[],
): readonly Workload[] {
  return byNamespace(workloads).get(namespace) ?? NONE;
}
