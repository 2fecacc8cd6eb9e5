import { KubernetesObject } from '../model/kubernetesObject';
import { bindingOf, RoleRef, subjectsOfBinding } from '../relate/bindings';

/** What a binding gives, and to how many. */
export interface DescribedBinding {
  readonly role?: RoleRef;
  /** Users, groups and service accounts that it names. */
  readonly subjects: number;
}

/** What a binding gives, and to how many. Without a role where the API server would refuse it. */
export function describeBinding(object: KubernetesObject): DescribedBinding {
  const binding = bindingOf(object);
  return {
    ...(binding ? { role: binding.role } : {}),
    subjects: subjectsOfBinding(object).length,
  };
}
