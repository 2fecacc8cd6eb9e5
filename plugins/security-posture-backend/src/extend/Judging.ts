import {
  clusterProfile,
  ControlLibrary,
  Profile,
  workloadProfile,
} from 'security-posture-engine';

/** What clusters and entities are judged by. It is put together once, at the start, and handed on from there. */
export interface Judging {
  readonly library: ControlLibrary;
  /** What entities are scored over. */
  readonly profile: Profile;
  /** What clusters are scored over. */
  readonly clusterProfile: Profile;
}

/** A library with its default profiles. */
export function judgingBy(library: ControlLibrary): Judging {
  return {
    library,
    profile: workloadProfile(library.controls),
    clusterProfile: clusterProfile(library.controls),
  };
}
