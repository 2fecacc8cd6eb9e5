import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Profile } from 'security-posture-engine';

/** A profile that a module brings along. */
export interface AddedProfile {
  /** Who adds it. */
  readonly module: string;
  /** Whether entities or clusters are scored over it. */
  readonly over: 'workload' | 'cluster';
  /** Its version has to change with its choice, for scores of two versions are never compared silently. */
  readonly profile: Profile;
}

/** Brings other choices of controls and severities that a score is computed over. */
export interface SecurityPostureProfilesExtensionPoint {
  /**
   * Adds a profile, before the plugin starts. It holds where `securityPosture.profiles.workload` or `.cluster` names it.
   *
   * Throws, with a sentence that names the module, where the id is taken or is none. The start stops where a profile names
   * no control, one that is unknown, one of the other sort, or a severity that there is not.
   */
  addProfile(added: AddedProfile): void;
}

/** The extension point through which a backend module adds profiles. */
export const securityPostureProfilesExtensionPoint =
  createExtensionPoint<SecurityPostureProfilesExtensionPoint>({
    id: 'security-posture.profiles',
  });
