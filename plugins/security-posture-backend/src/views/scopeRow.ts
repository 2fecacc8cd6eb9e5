import { ScopeRow } from 'backstage-plugin-security-posture-common';
import { ScopeSum } from '../database/ScopeReader';
import { timeAt } from './isoTime';

/** One row of a list of groups, systems or domains. */
export function scopeRow(sum: ScopeSum): ScopeRow {
  const { change, oldestCritical, ...row } = sum;
  return {
    ...row,
    ...timeAt('oldestCriticalSince', oldestCritical),
    change30d: change,
  };
}
