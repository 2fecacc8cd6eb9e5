import {
  HierarchyRow,
  HierarchyVerdict,
  ScopeMatrixResponse,
} from 'backstage-plugin-security-posture-common';
import { Profile } from 'security-posture-engine';
import {
  HierarchyPage,
  ScopeMatrix,
  VerdictSum,
} from '../database/ScopeReader';
import { isoTime } from './isoTime';
import { ControlIndex } from './PostureSettings';
import { scopeRow } from './scopeRow';

/** A group, system or domain at its place in the hierarchy. */
export function hierarchyRow({
  level,
  below,
  ...sum
}: HierarchyPage['items'][number]): HierarchyRow {
  return { ...scopeRow(sum), level, below };
}

/** What is to be said first. */
export function hierarchyVerdict({
  oldest,
  ...counts
}: VerdictSum): HierarchyVerdict {
  return {
    ...counts,
    oldest: oldest.map(({ since, ...finding }) => ({
      ...finding,
      since: isoTime(since),
    })),
  };
}

/** A matrix with its controls in words. */
export function scopeMatrixView(
  { columns, ...matrix }: ScopeMatrix,
  profile: Profile,
  controls: ControlIndex,
): Omit<ScopeMatrixResponse, 'nextCursor'> {
  return {
    ...matrix,
    rows: matrix.rows.map(row => ({
      ...row,
      cells: row.cells.map(cell => ({ ...cell })),
    })),
    columns: columns.map(control => ({
      control,
      title: controls.get(control)?.failureTitle ?? control,
      severity: profile.severities[control],
    })),
  };
}
