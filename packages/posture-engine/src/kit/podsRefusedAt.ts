import { ControlContext, PodSecurityLevel } from '../model/control';
import { Violation } from '../model/finding';
import { workloadsIn } from '../relate/workloadsIn';

/** Names that one violation lists. */
const LISTED = 20;

/** A dry run of a level in a namespace: which workloads it would refuse, as a violation. Undefined where it refuses none. */
export function podsRefusedAt(
  level: PodSecurityLevel,
  namespace: string,
  { inventory, podSecurity }: ControlContext<'workloads'>,
): Violation | undefined {
  const refused = workloadsIn(namespace, inventory.workloads)
    .filter(workload => podSecurity.meets(workload, level) === false)
    .map(({ subject: { kind, name } }) => `${kind} ${name}`)
    .sort();
  if (refused.length === 0) return undefined;
  const more = refused.length - LISTED;
  return {
    path: '',
    field: 'pods',
    message: `the pods of ${refused.length} ${
      refused.length === 1 ? 'workload' : 'workloads'
    } would be refused at ${level}`,
    actual:
      more > 0 ? [...refused.slice(0, LISTED), `and ${more} more`] : refused,
    expected: `pods that meet ${level}`,
  };
}
