import { LivePod } from '../model/livePod';
import { SubjectRef } from '../model/subject';
import { memoByList } from './memo';
import { addTo } from './addTo';

const NO_PODS: readonly LivePod[] = [];

const byOwner = memoByList((livePods: readonly LivePod[]) => {
  const pods = new Map<string, LivePod[]>();
  for (const pod of livePods) {
    const key = keyOf(pod.namespace, pod.owner.kind, pod.owner.name);
    addTo(pods, key, pod);
  }
  return pods;
});

/** The pods of a workload that run now; empty where none does. */
export function podsOfWorkload(
  workload: SubjectRef,
  livePods: readonly LivePod[],
): readonly LivePod[] {
  const { namespace = 'default', kind, name } = workload;
  return byOwner(livePods).get(keyOf(namespace, kind, name)) ?? NO_PODS;
}

function keyOf(namespace: string, kind: string, name: string): string {
  return `${namespace}/${kind}/${name}`;
}
