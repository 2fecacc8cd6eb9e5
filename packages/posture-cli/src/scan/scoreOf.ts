import {
  addTallies,
  allControls,
  Finding,
  profileWithReports,
  Score,
  scoreTallies,
  tallyFindings,
  workloadProfile,
} from 'security-posture-engine';

/** No tool has reported on manifests, so that what rests on reports does not count. */
const PROFILE = profileWithReports(
  workloadProfile(allControls()),
  allControls(),
  new Set(),
);

/** The score of all workloads as one scope, from the findings of each subject. Null where nothing was judged. */
export function scoreOf(
  subjects: readonly (readonly Finding[])[],
): Score | null {
  const score = scoreTallies(
    addTallies(subjects.map(findings => tallyFindings(findings))),
    PROFILE,
  );
  return score.coverage ? score : null;
}
