import { ClusterControlNumbers } from 'backstage-plugin-security-posture-common';
import {
  ControlTallies,
  ControlTally,
  scoredFails,
} from 'security-posture-engine';
import { ExemptedFailRecord } from '../../database/records';

/** How a control stands, by its tally with exempted fails taken as passes. */
export function controlNumbers(
  control: string,
  tallies: ControlTallies,
  exempted: readonly ExemptedFailRecord[],
): ClusterControlNumbers | undefined {
  const tally = tallies[control];
  return tally && { ...numbersOf(tally), exempted: countOf(control, exempted) };
}

/** As for the score, a fail of severity info is a note on a pass. */
function numbersOf(tally: ControlTally) {
  const failing = scoredFails(tally);
  return {
    failing,
    judged: tally.pass + failing + (tally.fail.info ?? 0),
    notEvaluated: tally.notEvaluated,
    stale: Math.min(tally.stale ?? 0, failing),
  };
}

function countOf(
  control: string,
  exempted: readonly ExemptedFailRecord[],
): number {
  return exempted.filter(fail => fail.control === control).length;
}
