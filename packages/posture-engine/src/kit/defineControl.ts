import { ClusterControl, WorkloadControl } from '../model/control';
import { ControlNeed } from '../model/resources';

/**
 * Defines a control over workloads. What it may read is what it names in `needs`, and nothing else.
 */
export function defineControl<const Need extends ControlNeed>(
  control: Omit<WorkloadControl<Need>, 'subject'>,
): WorkloadControl {
  return { ...control, subject: 'workload' } as unknown as WorkloadControl;
}

/** Defines a control over a cluster as a whole. */
export function defineClusterControl<const Need extends ControlNeed>(
  control: Omit<ClusterControl<Need>, 'subject'>,
): ClusterControl {
  return { ...control, subject: 'cluster' } as unknown as ClusterControl;
}
