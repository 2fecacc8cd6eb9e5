import { Workload } from 'security-posture-engine';

/** Labels by which entities find a workload: its own and those of its pods. Either may match. */
export interface SubjectLabels {
  readonly own: Readonly<Record<string, string>>;
  readonly pod: Readonly<Record<string, string>>;
}

/** The labels of a workload; labels of the wrong type are left out. */
export function labelsOf(workload: Workload): SubjectLabels {
  return { own: workload.labels, pod: podLabelsOf(workload) };
}

function podLabelsOf(workload: Workload): Readonly<Record<string, string>> {
  try {
    return workload.podLabels;
  } catch (error) {
    if (error instanceof Error && error.name === 'MalformedInput') return {};
    throw error;
  }
}
