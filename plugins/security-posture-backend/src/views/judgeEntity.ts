import {
  PostureState,
  Readiness,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';
import { ControlTallies, Score, scoreTallies } from 'security-posture-engine';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { countWorkloads, partsOfProfile, tallyParts } from './entityParts';
import { entityReadiness } from './entityReadiness';
import { entityState } from './entityState';
import { PostureSettings } from './PostureSettings';

/** The posture of an entity as its parts and its clusters give it at one moment. */
export interface JudgedEntity {
  readonly state: PostureState;
  readonly workloads: number;
  /** Over all its clusters. */
  readonly tallies: ControlTallies;
  readonly score: Score;
  readonly readiness: Readiness;
  readonly reasons: ReadinessReason[];
}

/** Scores an entity over all its workloads as one scope, and says whether it is ready. */
export function judgeEntity(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  settings: PostureSettings,
  now: number,
): JudgedEntity {
  const parts = partsOfProfile(record, settings.profile);
  const tallies = tallyParts(parts, settings.profile);
  const workloads = countWorkloads(parts);
  return {
    state: entityState(record, workloads, clusters),
    workloads,
    tallies,
    score: scoreTallies(tallies, settings.profile),
    ...entityReadiness(record, tallies, clusters, settings, now),
  };
}
