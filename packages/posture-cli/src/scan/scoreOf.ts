import {
  allControls,
  manifestProfile,
  Score,
  scoreManifests,
  tallyManifests,
  workloadProfile,
} from 'security-posture-engine';
import { Judgements } from './judgeInput';

const PROFILE = manifestProfile(workloadProfile(allControls()), allControls());

/** The score of all workloads as one scope. Null where nothing was judged. */
export function scoreOf({ scored }: Pick<Judgements, 'scored'>): Score | null {
  return scoreManifests(tallyManifests(scored), PROFILE);
}
