import { Profile } from 'security-posture-engine';
import { JudgingVersions } from '../database/operations/noteVersions';
import { profileKey } from '../sweep/tallyEntities';
import { Judging } from './Judging';

/** What is written down where it changes: the library, and what entities and clusters are scored over. */
export function versionsOf({
  library,
  profile,
  clusterProfile,
}: Judging): JudgingVersions {
  return {
    library: library.version,
    profiles: {
      workload: versionOf(profile, 'workload'),
      cluster: versionOf(clusterProfile, 'cluster'),
    },
  };
}

/** A default profile is known by its version, another by its name as well. */
function versionOf(profile: Profile, byDefault: string): string {
  return profile.id === byDefault ? profile.version : profileKey(profile);
}
