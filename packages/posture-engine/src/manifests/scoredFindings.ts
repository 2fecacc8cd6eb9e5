import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { JudgedSubject } from '../model/judgedSubject';
import { Workload } from '../model/workload';
import { usedSubjects } from '../normalize/usedSubjects';
import { nameKey } from './nameKey';

/** A subject with all that was found of it. */
export interface Judged {
  readonly one: JudgedSubject;
  readonly findings: readonly Finding[];
}

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
