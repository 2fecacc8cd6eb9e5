import {
  ClusterControlNumbers,
  ClusterMatrix,
  ClusterMatrixRow,
} from 'backstage-plugin-security-posture-common';
import { Control, severityRank } from 'security-posture-engine';
import { ClusterRecord } from '../../database/records';

/** How the controls stand on a cluster, by id; of one of which nothing was judged there are none. */
export type NumbersByControl = ReadonlyMap<string, ClusterControlNumbers>;

/** Controls by clusters, without the controls that say nothing anywhere. */
export function clusterMatrix(
  clusters: readonly ClusterRecord[],
  numbers: ReadonlyMap<string, NumbersByControl>,
  controls: readonly Control[],
): ClusterMatrix {
  const rows = controls
    .map(control => matrixRow(control, clusters, numbers))
    .filter(({ cells }) => cells.some(cell => cell !== null));
  const telling = rows.filter(({ cells }) => cells.some(tells));
  return {
    clusters: clusters.map(({ name, title, production }) => ({
      name,
      ...(title ? { title } : {}),
      production,
      judged: (numbers.get(name)?.size ?? 0) > 0,
    })),
    controls: telling.sort(gravestFirst),
    quiet: rows.length - telling.length,
  };
}

function matrixRow(
  { id, title, failureTitle, severity, category }: Control,
  clusters: readonly ClusterRecord[],
  numbers: ReadonlyMap<string, NumbersByControl>,
): ClusterMatrixRow {
  return {
    control: id,
    title,
    failureTitle,
    severity,
    category,
    cells: clusters.map(({ name }) => numbers.get(name)?.get(id) ?? null),
  };
}

function tells(cell: ClusterControlNumbers | null): boolean {
  return cell !== null && cell.failing + cell.notEvaluated + cell.exempted > 0;
}

function gravestFirst(left: ClusterMatrixRow, right: ClusterMatrixRow): number {
  return (
    severityRank(left.severity) - severityRank(right.severity) ||
    failingOf(right) - failingOf(left) ||
    left.control.localeCompare(right.control)
  );
}

function failingOf({ cells }: ClusterMatrixRow): number {
  return cells.reduce((sum, cell) => sum + (cell?.failing ?? 0), 0);
}
