import { KubernetesVersion, Outcome, Score } from 'security-posture-engine';
import { InputError } from '../input/InputError';
import { ManifestIndex } from '../input/ManifestIndex';
import { Judgements } from './judgeInput';

/** All that a report of a scan is made of. */
export interface ScanResult extends Judgements {
  readonly kubernetesVersion: KubernetesVersion;
  /** Objects that were read, of every kind. */
  readonly resources: number;
  /** Outcomes that the report lists. */
  readonly outcomes: readonly Outcome[];
  /** Null where not the whole profile ran, or nothing was judged. */
  readonly score: Score | null;
  readonly errors: readonly InputError[];
  /** Where objects stand that violations of other subjects name. */
  readonly places: ManifestIndex;
}
