import { ScopeRow } from 'backstage-plugin-security-posture-common';
import { gradeOf } from 'security-posture-engine';
import { OldestCritical, ScopeSum } from '../database/ScopeReader';
import { isoTime } from './isoTime';

/** One row of a list of groups, systems or domains. */
export function scopeRow(sum: ScopeSum): ScopeRow {
  const { change, readyChange, oldestCritical, lowest, ...row } = sum;
  return {
    ...row,
    ...(lowest
      ? { lowest: { ...lowest, grade: gradeOf(lowest.effective) } }
      : {}),
    ...(oldestCritical ? oldestOf(oldestCritical) : {}),
    change30d: change,
    ready30d: readyChange,
  };
}

function oldestOf({ since, entityRef, entityTitle }: OldestCritical) {
  return {
    oldestCriticalSince: isoTime(since),
    oldestCriticalOn: {
      entityRef,
      ...(entityTitle === undefined ? {} : { title: entityTitle }),
    },
  };
}
