import { Workload } from '../model/workload';

const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** Why the API server would refuse the pod as a whole: what cannot stand beside `hostUsers: false`. */
export function refusalsOfPod(workload: Workload): string[] {
  if (workload.hostUsers !== false) return [];
  return [
    ...HOST_NAMESPACES.filter(field => workload[field] === true).map(
      field => `pod: hostUsers false together with ${field}`,
    ),
    ...(workload.isWindows ? ['pod: hostUsers on Windows'] : []),
    ...workload.containers
      .filter(container => container.usesRawBlockDevice)
      .map(
        ({ name }) => `${name}: hostUsers false together with volumeDevices`,
      ),
  ];
}
