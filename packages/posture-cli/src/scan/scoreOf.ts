import {
  addTallies,
  allControls,
  Score,
  scoreTallies,
  tallyFindings,
  workloadProfile,
} from 'security-posture-engine';
import { JudgedSubject } from './JudgedSubject';

/** The score of all workloads as one scope. Null where nothing was judged. */
export function scoreOf(subjects: readonly JudgedSubject[]): Score | null {
  const tallies = subjects
    .filter(({ subject }) => subject.type === 'workload')
    .map(({ findings }) => tallyFindings(findings));
  const score = scoreTallies(
    addTallies(tallies),
    workloadProfile(allControls()),
  );
  return score.coverage ? score : null;
}
