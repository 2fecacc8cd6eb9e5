import { Control } from '../model/control';
import { Inventory, Listed } from '../model/inventory';
import {
  ClusterSubject,
  ImageSubject,
  ObjectSubject,
} from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { ControlNeed } from '../model/resources';
import { SubjectRef, SubjectType } from '../model/subject';
import { imagesOf } from './imagesOf';
import { impliedAccounts, impliedNamespaces } from './impliedSubjects';

/** The lists that the subjects of each type come from. A list that was not read shows none of its subjects. */
export const SUBJECT_LISTS: Readonly<
  Record<SubjectType, readonly ControlNeed[]>
> = {
  workload: ['workloads'],
  namespace: ['namespaces'],
  serviceAccount: ['serviceAccounts'],
  roleBinding: ['roleBindings', 'clusterRoleBindings'],
  node: ['nodes'],
  image: ['workloads', 'livePods'],
  cluster: [],
};

/** All lists that a control reads: those of its subjects and those that its rule names. */
export function needsOf({
  subject,
  needs,
}: Pick<Control, 'subject' | 'needs'>): readonly ControlNeed[] {
  return [...new Set([...SUBJECT_LISTS[subject], ...needs])];
}

/** A subject that is no workload. */
export type SubjectBesideWorkloads =
  | ObjectSubject
  | ImageSubject
  | ClusterSubject;

/**
 * All subjects of an inventory but its workloads: namespaces, service accounts, role bindings, nodes and images,
 * in the order of their lists, then the cluster itself. Namespaces and service accounts that workloads only name are among them.
 */
export function* subjectsBesideWorkloads(
  inventory: Inventory,
  cluster: SubjectRef,
): Generator<SubjectBesideWorkloads> {
  const { supporting, workloads } = inventory;
  const running = itemsOf(workloads);
  yield* objectSubjects(supporting.namespaces, 'namespace');
  yield* impliedNamespaces(supporting.namespaces, running);
  yield* objectSubjects(supporting.serviceAccounts, 'serviceAccount');
  yield* impliedAccounts(supporting.serviceAccounts, running);
  yield* objectSubjects(supporting.roleBindings, 'roleBinding');
  yield* objectSubjects(supporting.clusterRoleBindings, 'roleBinding');
  yield* objectSubjects(supporting.nodes, 'node');
  yield* imagesOf(running, itemsOf(inventory.livePods));
  yield { subject: cluster };
}

/** An object as the subject of a type. */
export function objectSubject(
  object: KubernetesObject,
  type: SubjectType,
): ObjectSubject {
  const { apiVersion, kind, metadata } = object;
  return {
    subject: {
      type,
      apiVersion,
      kind,
      ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
      name: metadata.name,
    },
    object,
  };
}

function objectSubjects(
  list: Listed<KubernetesObject>,
  type: SubjectType,
): ObjectSubject[] {
  return itemsOf(list).map(object => objectSubject(object, type));
}

function itemsOf<T>(list: Listed<T>): readonly T[] {
  return list.read ? list.items : [];
}
