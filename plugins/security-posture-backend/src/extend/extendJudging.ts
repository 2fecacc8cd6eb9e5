import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AddedProfile } from 'backstage-plugin-security-posture-node';
import {
  AddedControls,
  BASE_LIBRARY,
  createLibrary,
  Profile,
} from 'security-posture-engine';
import { Added } from './AddedById';
import { chosen } from './chosen';
import { flawOfProfile } from './flawOfProfile';
import { Judging, judgingBy } from './Judging';

/**
 * The library with what modules add, and the profiles that the configuration chooses. Every profile that was added is
 * looked at, chosen or not. Throws an InputError with a sentence that names the module or the key.
 */
export function extendJudging(
  config: Config,
  additions: readonly AddedControls[],
  profiles: ReadonlyMap<string, Added<AddedProfile>>,
): Judging {
  const byDefault = judgingBy(createLibrary(BASE_LIBRARY, additions));
  const added = [...profiles.values()].map(({ thing }) => thing);
  for (const { module, over, profile } of added) {
    const flaw = flawOfProfile(over, profile, byDefault.library.controls);
    if (flaw)
      throw new InputError(
        `Module ${module} cannot add the profile ${profile.id}: ${flaw}`,
      );
  }
  const choose = (over: AddedProfile['over'], own: Profile) =>
    chosen(
      config,
      `securityPosture.profiles.${over}`,
      new Map([
        [own.id, own],
        ...added
          .filter(one => one.over === over)
          .map(({ profile }) => [profile.id, profile] as const),
      ]),
      own.id,
    );
  return {
    library: byDefault.library,
    profile: choose('workload', byDefault.profile),
    clusterProfile: choose('cluster', byDefault.clusterProfile),
  };
}
