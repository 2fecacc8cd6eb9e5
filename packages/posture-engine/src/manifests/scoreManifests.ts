import { Control } from '../model/control';
import { Finding } from '../model/finding';
import {
  addTallies,
  ControlTallies,
  tallyFindings,
} from '../score/controlTally';
import { Profile } from '../score/profile';
import { profileWithReports } from '../score/reportedControls';
import { Score, scoreTallies } from '../score/scoreTallies';

/** The outcomes of all workloads as one scope, from the findings of each subject. */
export function tallyManifests(
  subjects: readonly (readonly Finding[])[],
): ControlTallies {
  return addTallies(subjects.map(findings => tallyFindings(findings)));
}

/** A profile as it counts for manifests: no tool has reported on them, so what rests on reports does not count. */
export function manifestProfile(
  profile: Profile,
  controls: readonly Control[],
): Profile {
  return profileWithReports(profile, controls, new Set());
}

/** The score of what `tallyManifests` counted, by a `manifestProfile`. Null where nothing was judged. */
export function scoreManifests(
  tallies: ControlTallies,
  profile: Profile,
): Score | null {
  const score = scoreTallies(tallies, profile);
  return score.coverage ? score : null;
}
