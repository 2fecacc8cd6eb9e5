import { Control, Profile, ReadinessThresholds } from 'security-posture-engine';

/** What postures are judged by when they are read. */
export interface PostureSettings {
  readonly thresholds: ReadinessThresholds;
  /** The profile that scores and counts are computed over. */
  readonly profile: Profile;
  /** The profile that clusters themselves are scored over. */
  readonly clusterProfile: Profile;
  /** The control library. */
  readonly controls: readonly Control[];
  /** Its version. */
  readonly library: string;
  /** Names of the modules that added controls, by id of the control. */
  readonly addedBy: ReadonlyMap<string, string>;
}

/** Controls by id. */
export type ControlIndex = ReadonlyMap<string, Control>;

/** Finds controls by id. */
export function indexControls(controls: readonly Control[]): ControlIndex {
  return new Map(controls.map(control => [control.id, control]));
}
