import {
  Control,
  Inventory,
  JudgedSubject,
  judges,
  SubjectRef,
  subjectsBesideWorkloads,
  SubjectType,
} from 'security-posture-engine';
import { Scope } from '../commands/ScanOptions';

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

/** Whether a control judges any of the subjects of a scope. */
export function isInScope(control: Control, scope: Scope): boolean {
  return [...TYPES[scope]].some(type => judges(control, type));
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
