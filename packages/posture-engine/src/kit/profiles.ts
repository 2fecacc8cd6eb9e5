import { ProfileSetting } from '../model/securityContext';
import { Breach } from './breach';

/** The profile types that confine a container. */
const CONFINING: readonly string[] = ['RuntimeDefault', 'Localhost'];

const WORDS = { seccompProfile: 'seccomp', appArmorProfile: 'AppArmor' };

/** True for a seccomp or AppArmor profile that confines: the runtime's own, or one from the node. */
export function isConfining(
  profile: Pick<ProfileSetting, 'type'> | undefined,
): boolean {
  return profile?.type !== undefined && CONFINING.includes(profile.type);
}

/**
 * The breach that a profile is which is set and confines nothing. A profile without a type is one.
 * Undefined where it confines, or none is set. `who` is the pod or the container that sets it.
 */
export function unconfiningProfile(
  key: 'seccompProfile' | 'appArmorProfile',
  profile: Pick<ProfileSetting, 'type'> | undefined,
  who: string,
): Breach | undefined {
  if (!profile || isConfining(profile)) return undefined;
  const { type } = profile;
  return {
    at: `securityContext.${key}.type`,
    message:
      type === undefined
        ? `${who} has ${WORDS[key]} settings without a type`
        : `${who} sets the ${WORDS[key]} profile ${type}`,
    ...(type === undefined ? {} : { actual: type }),
    expected: CONFINING,
  };
}
