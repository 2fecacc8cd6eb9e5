import { Workload } from 'security-posture-engine';
import { readOr } from './readOr';

/** Labels by which entities find a workload: its own and those of its pods. Either may match. */
export interface SubjectLabels {
  readonly own: Readonly<Record<string, string>>;
  readonly pod: Readonly<Record<string, string>>;
}

/** The labels of a workload; labels of the wrong type are left out. */
export function labelsOf(workload: Workload): SubjectLabels {
  return { own: workload.labels, pod: readOr({}, () => workload.podLabels) };
}
