import {
  Finding,
  Inventory,
  subjectKey,
  usedSubjects,
  Workload,
} from 'security-posture-engine';
import type { Judged } from './judgeInput';

/** The findings of all workloads, and of the images and service accounts that they use, each once. */
export function scoredFindings(
  judged: readonly Judged[],
  inventory: Inventory,
  cluster: string,
): readonly (readonly Finding[])[] {
  const used = new Set(
    judged.flatMap(({ one }) =>
      one instanceof Workload
        ? usedSubjects(one, inventory).map(ref => subjectKey(cluster, ref))
        : [],
    ),
  );
  return judged
    .filter(
      ({ one }) =>
        one instanceof Workload || used.has(subjectKey(cluster, one.subject)),
    )
    .map(({ findings }) => findings);
}
