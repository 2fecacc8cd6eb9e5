import {
  ControlDrift,
  DriftCluster,
  DriftResponse,
  DriftSide,
} from 'backstage-plugin-security-posture-common';
import { Control, SEVERITIES } from 'security-posture-engine';
import { ClusterFindings } from '../database/CoverageReader';
import { ClusterRecord, GapRecord } from '../database/records';
import { ControlIndex } from './PostureSettings';

/** Where two clusters, `a` and `b`, differ: the controls of which not as much is open in both. */
export function driftView(
  clusters: readonly ClusterRecord[],
  findings: ReadonlyMap<string, ClusterFindings>,
  gaps: readonly GapRecord[],
  controls: ControlIndex,
): DriftResponse {
  const [a, b] = clusters;
  const items = [...controls.values()]
    .map(control => ({
      ...described(control),
      a: sideOf(control.id, a.name, findings, gaps),
      b: sideOf(control.id, b.name, findings, gaps),
    }))
    .filter(differs)
    .sort(bySeverity);
  return { a: clusterOf(a, findings), b: clusterOf(b, findings), items };
}

function described({ id, title, severity }: Control) {
  return { control: id, title, severity };
}

function sideOf(
  control: string,
  cluster: string,
  findings: ReadonlyMap<string, ClusterFindings>,
  gaps: readonly GapRecord[],
): DriftSide {
  const counts = findings.get(cluster)?.controls.get(control);
  const gap = gaps.find(
    one => one.cluster === cluster && one.control === control,
  );
  return {
    failing: counts?.failing ?? 0,
    notEvaluated: counts?.notEvaluated ?? 0,
    ...(gap ? { gap: gap.reason } : {}),
  };
}

function differs({ a, b }: ControlDrift): boolean {
  return (
    a.failing !== b.failing ||
    a.notEvaluated !== b.notEvaluated ||
    a.gap !== b.gap
  );
}

function bySeverity(left: ControlDrift, right: ControlDrift): number {
  const ranks = SEVERITIES.indexOf(left.severity);
  return (
    ranks - SEVERITIES.indexOf(right.severity) ||
    left.control.localeCompare(right.control)
  );
}

function clusterOf(
  { name, title }: ClusterRecord,
  findings: ReadonlyMap<string, ClusterFindings>,
): DriftCluster {
  return {
    name,
    ...(title ? { title } : {}),
    workloads: findings.get(name)?.workloads ?? 0,
  };
}
