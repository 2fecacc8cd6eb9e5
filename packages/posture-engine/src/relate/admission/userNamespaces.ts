import {
  acceptedPrivileges,
  PrivilegeNeed,
} from '../../kit/acceptedPrivileges';
import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { namespaceFacts } from '../namespaceFacts';
import { NamespaceFacts } from '../networkPolicies/podFacts';
import { workloadsIn } from '../workloadsIn';

/** Every cluster has it, and whoever names no namespace means it. */
const DEFAULT = 'default';

/** A namespace whose pods should not need their node. */
export interface UserNamespace {
  readonly facts: NamespaceFacts;
  /** Undefined where it is only named by workloads. */
  readonly object?: KubernetesObject;
  readonly hasWorkloads: boolean;
}

/** All namespaces of a cluster that are not its own, nor of network and volume plug-ins, by name. */
export function userNamespaces(
  context: ControlContext<PrivilegeNeed | 'namespaces'>,
): readonly UserNamespace[] {
  const { namespaces, workloads } = context.inventory;
  const objects = new Map(namespaces.map(one => [one.metadata.name, one]));
  const names = new Set([
    ...objects.keys(),
    ...workloads.map(({ namespace }) => namespace),
  ]);
  return [...names]
    .sort()
    .filter(
      name => !acceptedPrivileges(objects.get(name) ?? implied(name), context),
    )
    .map(name => {
      const object = objects.get(name);
      return {
        facts: namespaceFacts(name, namespaces),
        ...(object ? { object } : {}),
        hasWorkloads: workloadsIn(name, workloads).length > 0,
      };
    });
}

/** Where to ask about policies in general: in all of these namespaces, else in the one that every cluster has. */
export function placesToAsk(
  asked: readonly UserNamespace[],
): readonly NamespaceFacts[] {
  return asked.length
    ? asked.map(({ facts }) => facts)
    : [namespaceFacts(DEFAULT, [])];
}

function implied(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
