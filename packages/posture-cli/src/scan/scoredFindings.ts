import {
  Finding,
  Inventory,
  usedSubjects,
  Workload,
} from 'security-posture-engine';
import { nameKey } from './nameKey';
import type { Judged } from './judgeInput';

/** The findings of all workloads, and of the images and service accounts that they use, each once. */
export function scoredFindings(
  judged: readonly Judged[],
  inventory: Inventory,
): readonly (readonly Finding[])[] {
  const used = new Set(
    judged.flatMap(({ one }) =>
      one instanceof Workload ? usedSubjects(one, inventory).map(nameKey) : [],
    ),
  );
  return judged
    .filter(
      ({ one }) => one instanceof Workload || used.has(nameKey(one.subject)),
    )
    .map(({ findings }) => findings);
}
