import { Control, judges } from '../model/control';
import { Inventory } from '../model/inventory';
import { JudgedSubject } from '../model/judgedSubject';
import { SubjectRef, SubjectType } from '../model/subject';
import { subjectsBesideWorkloads } from '../normalize/subjectsOf';

/** What is judged: workloads and what belongs to them, the cluster as a whole, or both. */
export const SCOPES = ['workload', 'cluster', 'all'] as const;
/** What manifests are judged as: one of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

const BESIDE: readonly SubjectType[] = ['namespace', 'roleBinding'];

/** The types of subject that each scope judges. */
const TYPES: Readonly<Record<Scope, ReadonlySet<SubjectType>>> = {
  workload: new Set(['workload', 'image', 'serviceAccount', ...BESIDE]),
  cluster: new Set(['cluster', 'node', ...BESIDE]),
  all: new Set([
    'workload',
    'image',
    'serviceAccount',
    'cluster',
    'node',
    ...BESIDE,
  ]),
};

/** Those of the controls that judge any of the subjects of a scope. */
export function controlsInScope(
  controls: readonly Control[],
  scope: Scope,
): readonly Control[] {
  return controls.filter(control =>
    [...TYPES[scope]].some(type => judges(control, type)),
  );
}

/**
 * The subjects that a scope judges: workloads first, in the order of the input.
 * The scope of workloads has the namespaces that are in the input, not those that are only named there.
 */
export function* subjectsInScope(
  inventory: Inventory,
  scope: Scope,
  cluster: SubjectRef,
): Generator<JudgedSubject> {
  const { workloads } = inventory;
  if (TYPES[scope].has('workload') && workloads.read) yield* workloads.items;
  for (const judged of subjectsBesideWorkloads(inventory, cluster))
    if (TYPES[scope].has(judged.subject.type) && !isLeftOut(judged, scope))
      yield judged;
}

function isLeftOut(judged: JudgedSubject, scope: Scope): boolean {
  return (
    scope === 'workload' &&
    judged.subject.type === 'namespace' &&
    'implied' in judged
  );
}
