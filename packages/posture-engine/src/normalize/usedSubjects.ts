import { Inventory } from '../model/inventory';
import { SubjectRef } from '../model/subject';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { serviceAccountOf } from '../relate/serviceAccountToken';
import { imageNamesOf, imageSubject } from './imagesOf';

/** The images and the service account that a workload uses: what is found on them belongs to who owns the workload. */
export function usedSubjects(
  workload: Workload,
  { livePods }: Pick<Inventory, 'livePods'>,
): readonly SubjectRef[] {
  const pods = livePods.read ? livePods.items : [];
  const account = unlessMalformed(() => serviceAccountOf(workload));
  return [
    ...imageNamesOf(workload, pods).map(name => imageSubject(name, []).subject),
    ...(account === undefined ? [] : [accountRef(workload.namespace, account)]),
  ];
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
