import { SubjectRef } from '../model/subject';

/** What tells the subjects of one input apart, but for those that bear one name. */
export function nameKey({
  kind,
  namespace,
  name,
}: Pick<SubjectRef, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
