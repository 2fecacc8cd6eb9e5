import { SUPPORTING_RESOURCES } from '../model/resources';
import { isWorkloadObject } from '../model/workload';

const READ_KINDS: ReadonlySet<string> = new Set(
  Object.values(SUPPORTING_RESOURCES).map(({ kind }) => kind),
);

/** Whether controls read objects of this kind, so that they need a name. */
export function isReadKind(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): boolean {
  return isWorkloadObject(object) || READ_KINDS.has(object.kind);
}
