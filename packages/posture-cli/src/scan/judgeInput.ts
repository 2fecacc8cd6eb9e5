import { JudgedManifests, judgeManifests } from 'security-posture-engine';
import { Manifest } from '../input/Manifest';
import { JudgedSubject } from './JudgedSubject';
import { ScanPlan } from './ScanPlan';

/** What a call found out. */
export interface Judgements extends Omit<JudgedManifests, 'subjects'> {
  /** Workloads in the order of the input, then the other subjects. */
  readonly subjects: readonly JudgedSubject[];
}

/** Judges all manifests of a call. `now` is in epoch milliseconds. */
export function judgeInput(
  manifests: readonly Manifest[],
  plan: ScanPlan,
  now: number,
): Judgements {
  const manifestOf = new Map(
    manifests.map(manifest => [manifest.object, manifest]),
  );
  const judged = judgeManifests([...manifestOf.keys()], plan, now);
  return {
    ...judged,
    subjects: judged.subjects.map(({ object, ...subject }) => {
      const manifest = object && manifestOf.get(object);
      return { ...subject, ...(manifest ? { manifest } : {}) };
    }),
  };
}
