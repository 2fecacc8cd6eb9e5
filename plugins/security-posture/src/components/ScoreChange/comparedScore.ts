import type {
  EntityPosture,
  RecentScore,
} from 'backstage-plugin-security-posture-common';
import { isStale } from '../Verdict';

/** The score of a week ago, where that of today is fresh enough, and known, to be compared with it. */
export function comparedScore(posture: EntityPosture): RecentScore | undefined {
  const { score, recent } = posture;
  return score.value === null || isStale(posture) ? undefined : recent;
}
