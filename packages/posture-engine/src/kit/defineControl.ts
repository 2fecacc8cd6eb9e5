import { SubjectControl, WorkloadControl } from '../model/control';
import { ControlNeed } from '../model/resources';
import { SubjectType } from '../model/subject';

/**
 * Defines a control over workloads. What it may read is what it names in `needs`, and nothing else.
 */
export function defineControl<const Need extends ControlNeed>(
  control: Omit<WorkloadControl<Need>, 'subject'>,
): WorkloadControl {
  return {
    ...control,
    needs: eachOnce(control.needs),
    subject: 'workload',
  } as unknown as WorkloadControl;
}

/** Defines a control over clusters as a whole, control planes included. */
export const defineClusterControl = definerOf('cluster');

/** Defines a control over namespaces, and over what belongs to no workload in them. */
export const defineNamespaceControl = definerOf('namespace');

/** Defines a control over service accounts. */
export const defineServiceAccountControl = definerOf('serviceAccount');

/** Defines a control over RoleBindings and ClusterRoleBindings. */
export const defineRoleBindingControl = definerOf('roleBinding');

/** Defines a control over nodes. */
export const defineNodeControl = definerOf('node');

/** Defines a control over images. */
export const defineImageControl = definerOf('image');

function definerOf<const Type extends SubjectType>(subject: Type) {
  return <const Need extends ControlNeed>(
    control: Omit<SubjectControl<Type, Need>, 'subject'>,
  ): SubjectControl<Type> =>
    ({
      ...control,
      needs: eachOnce(control.needs),
      subject,
    } as unknown as SubjectControl<Type>);
}

/** Controls put their needs together from those of the questions that they ask, which overlap. */
function eachOnce<Need>(needs: readonly Need[]): readonly Need[] {
  return [...new Set(needs)];
}
