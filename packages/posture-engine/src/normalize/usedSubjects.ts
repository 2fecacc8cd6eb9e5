import { Inventory } from '../model/inventory';
import { LivePod } from '../model/livePod';
import { SubjectRef } from '../model/subject';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { memoByList } from '../relate/memo';
import { serviceAccountOf } from '../relate/serviceAccountToken';
import { imageNamesOf, imageSubject } from './imagesOf';

/** The images and accounts of an inventory by what they are called: all workloads that use one share its ref, and with it the key that is worked out of it. */
const sharedRefs = memoByList<LivePod, Map<string, SubjectRef>>(
  () => new Map(),
);

/** The images and the service account that a workload uses: what is found on them belongs to who owns the workload. */
export function usedSubjects(
  workload: Workload,
  { livePods }: Pick<Inventory, 'livePods'>,
): readonly SubjectRef[] {
  const pods = livePods.read ? livePods.items : [];
  const refs = sharedRefs(pods);
  const { namespace } = workload;
  const account = unlessMalformed(() => serviceAccountOf(workload));
  return [
    ...imageNamesOf(workload, pods).map(name =>
      shared(refs, name, () => imageSubject(name, []).subject),
    ),
    ...(account === undefined
      ? []
      : [
          shared(refs, `${namespace} ${account}`, () =>
            accountRef(namespace, account),
          ),
        ]),
  ];
}

function shared(
  refs: Map<string, SubjectRef>,
  name: string,
  make: () => SubjectRef,
): SubjectRef {
  const known = refs.get(name) ?? make();
  refs.set(name, known);
  return known;
}

function accountRef(namespace: string, name: string): SubjectRef {
  return {
    type: 'serviceAccount',
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    namespace,
    name,
  };
}
