import {
  ControlTallies,
  Profile,
  tallyFindings,
} from 'security-posture-engine';
import { decodeOutcomes } from '../database/outcomes';
import { PartChange } from '../database/SweepStore';

/**
 * The part that a cluster adds to an entity's posture: the tallies of its workloads, and of the images
 * and service accounts that they use, over the profile's controls.
 */
export function tallyEntity(
  entityRef: string,
  workloads: number,
  outcomes: readonly string[],
  profile: Profile,
): PartChange {
  return {
    scopeType: 'entity',
    scopeRef: entityRef,
    profile: profileKey(profile),
    subjects: workloads,
    tallies: tallyOutcomes(outcomes, profile),
  };
}

/** What a cluster adds to its own posture: the tallies of its control plane, nodes, bindings and namespaces. */
export function tallyCluster(
  cluster: string,
  outcomes: readonly string[],
  profile: Profile,
): PartChange {
  return {
    scopeType: 'cluster',
    scopeRef: cluster,
    profile: profileKey(profile),
    subjects: outcomes.length,
    tallies: tallyOutcomes(outcomes, profile),
  };
}

/** Names a profile with its version: scores of two versions are never compared silently. */
export function profileKey(profile: Profile): string {
  return `${profile.id}@${profile.version}`;
}

function tallyOutcomes(
  outcomes: readonly string[],
  profile: Profile,
): ControlTallies {
  const tallies = tallyFindings(
    outcomes.flatMap(json =>
      decodeOutcomes(json).filter(
        ({ control }) => control in profile.severities,
      ),
    ),
  );
  return Object.fromEntries(
    Object.keys(tallies)
      .sort()
      .map(control => [control, tallies[control]]),
  );
}
