import { SEVERITIES, SEVERITY_WEIGHTS } from '../model/severity';
import { ControlTallies, ControlTally } from './controlTally';
import { Profile } from './profile';

/**
 * How much of what should be judged was judged, 0 to 1: per control its weight times the share of its applicable
 * subjects with a pass or a fail (stale ones left out), over the sum of the weights. Null where nothing was applicable.
 */
export function coverageOf(
  tallies: ControlTallies,
  profile: Profile,
): number | null {
  let covered = 0;
  let total = 0;
  for (const control of Object.keys(profile.severities)) {
    const tally = tallies[control];
    const applicable = tally ? applicableSubjects(tally) : 0;
    if (applicable === 0) continue;
    const weight = SEVERITY_WEIGHTS[profile.severities[control]];
    covered += (weight * judgedSubjects(tally)) / applicable;
    total += weight;
  }
  return total === 0 ? null : covered / total;
}

function fails(tally: ControlTally): number {
  return SEVERITIES.reduce(
    (sum, severity) => sum + (tally.fail[severity] ?? 0),
    0,
  );
}

function applicableSubjects(tally: ControlTally): number {
  return tally.pass + fails(tally) + tally.notEvaluated;
}

function judgedSubjects(tally: ControlTally): number {
  return tally.pass + fails(tally) - (tally.stale ?? 0);
}
