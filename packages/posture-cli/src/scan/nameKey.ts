import { SubjectRef } from 'security-posture-engine';

/** What tells the subjects of one input apart, but for those that bear one name. */
export function nameKey({ kind, namespace, name }: SubjectRef): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
