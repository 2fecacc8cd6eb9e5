import {
  addTallies,
  allControls,
  Finding,
  Score,
  scoreTallies,
  tallyFindings,
  workloadProfile,
} from 'security-posture-engine';

/** The score of all workloads as one scope, from the findings of each subject. Null where nothing was judged. */
export function scoreOf(
  subjects: readonly (readonly Finding[])[],
): Score | null {
  const score = scoreTallies(
    addTallies(subjects.map(findings => tallyFindings(findings))),
    workloadProfile(allControls()),
  );
  return score.coverage ? score : null;
}
