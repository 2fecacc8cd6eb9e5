import {
  PostureState,
  Readiness,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { entityReadiness } from './entityReadiness';
import { entityState } from './entityState';
import { PostureSettings } from './PostureSettings';
import { EntitySum } from './sumEntity';

/** The posture of an entity as its parts and its clusters give it at one moment. */
export interface JudgedEntity extends EntitySum {
  readonly state: PostureState;
  readonly readiness: Readiness;
  readonly reasons: ReadinessReason[];
}

/** Says why an entity has a posture or none, and whether it is ready now. */
export function judgeEntity(
  record: EntityPostureRecord,
  sum: EntitySum,
  clusters: readonly ClusterRecord[],
  settings: PostureSettings,
  now: number,
): JudgedEntity {
  return {
    ...sum,
    state: entityState(record, sum.workloads, clusters),
    ...entityReadiness(record, sum.effective.counted, clusters, settings, now),
  };
}
