import { Container } from '../model/container';
import { Workload } from '../model/workload';
import { MalformedInput } from '../read/malformedInput';
import { refusalsOfPod } from './refusalsOfPod';
import { refusalsOfResources } from './refusalsOfResources';

/**
 * Why the API server would refuse the workload's pods, as far as a patch of ours could cause it
 * (Kubernetes API validation of pods). Each refusal names its container, or the pod.
 */
export function refusalsOf(workload: Workload): readonly string[] {
  return [
    ...unlessWrong('pod', () => refusalsOfPod(workload)),
    ...unlessWrong('pod', () => refusalsOfContainers(workload)),
  ];
}

function refusalsOfContainers(workload: Workload): string[] {
  return workload.containers.flatMap(container =>
    unlessWrong(container.name, () => [
      ...refusalsOfPrivileges(container),
      ...refusalsOfResources(container),
      ...refusalsOfMounts(container, workload),
      ...refusalsOfHostProcess(container, workload),
    ]),
  );
}

function unlessWrong(owner: string, refusals: () => string[]): string[] {
  try {
    return refusals();
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return [`${owner}: ${error.path} has the wrong type`];
  }
}

function refusalsOfPrivileges(container: Container): string[] {
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

function refusalsOfMounts(container: Container, workload: Workload): string[] {
  return container.volumeMounts
    .filter(
      ({ name }) =>
        !workload.volumes.some(volume => volume.name === name) &&
        !workload.volumeClaimTemplates.some(template => template === name),
    )
    .map(({ name }) => `${container.name}: there is no volume ${name}`);
}

function refusalsOfHostProcess(
  container: Container,
  workload: Workload,
): string[] {
  const hostProcess =
    container.securityContext.hostProcess ??
    workload.securityContext.hostProcess;
  return hostProcess === true && workload.hostNetwork !== true
    ? [`${container.name}: hostProcess without hostNetwork`]
    : [];
}
