import { PodSpecPatch, WorkloadControl } from '../model/control';
import { onPod } from './onPod';

/** The fields by which a pod takes a namespace of its node; each is false where not set. */
export type HostNamespaceField = 'hostPID' | 'hostIPC' | 'hostNetwork';

/** Rule and patch of a control that forbids one namespace of the node. */
export function hostNamespace(
  field: HostNamespaceField,
  message: string,
): Required<Pick<WorkloadControl, 'evaluate' | 'patch'>> {
  const breach = { at: field, message, actual: true, expected: false };
  const patch: PodSpecPatch = { [field]: false };
  return {
    evaluate: onPod(workload => (workload[field] ? breach : undefined)),
    patch: () => patch,
  };
}
