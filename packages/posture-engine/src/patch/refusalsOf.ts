import { Container } from '../model/container';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';

/**
 * Why the API server would refuse the workload's pods, as far as a patch of ours could cause it
 * (Kubernetes API validation of security contexts). Each refusal names its container.
 */
export function refusalsOf(workload: Workload): readonly string[] {
  return workload.containers.flatMap(container => {
    try {
      return refusalsOfContainer(container);
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      return [`${container.name}: ${error.path} has the wrong type`];
    }
  });
}

function refusalsOfContainer(container: Container): string[] {
  const context = container.securityContext;
  if (context.allowPrivilegeEscalation !== false) return [];
  return [
    ...(context.privileged === true
      ? [
          `${container.name}: allowPrivilegeEscalation false together with privileged`,
        ]
      : []),
    ...(context.addedCapabilities.includes('CAP_SYS_ADMIN')
      ? [
          `${container.name}: allowPrivilegeEscalation false together with CAP_SYS_ADMIN`,
        ]
      : []),
  ];
}
