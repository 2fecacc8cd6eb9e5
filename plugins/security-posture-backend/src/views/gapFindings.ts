import { clusterRef, findingKey } from 'security-posture-engine';
import {
  EntityPostureRecord,
  FindingRecord,
  GapRecord,
} from '../database/records';
import { ControlIndex } from './PostureSettings';

/**
 * A gap as a finding: the control could not be evaluated on the whole cluster.
 * Undefined where the library no longer has the control.
 */
export function gapFinding(
  gap: GapRecord,
  controls: ControlIndex,
): FindingRecord | undefined {
  const control = controls.get(gap.control);
  if (!control) return undefined;
  const subject = clusterRef(gap.cluster);
  return {
    key: findingKey(gap.cluster, gap.control, subject),
    control: gap.control,
    cluster: gap.cluster,
    subject,
    outcome: 'notEvaluated',
    reason: gap.reason,
    severity: control.severity,
    violations: [],
    openSince: gap.since,
  };
}

/** True where the gap leaves a control unanswered on a workload of the entity. */
export function gapConcerns(
  gap: Pick<GapRecord, 'cluster' | 'control'>,
  record: EntityPostureRecord,
): boolean {
  return record.parts.some(
    part =>
      part.cluster === gap.cluster &&
      (part.tallies[gap.control]?.notEvaluated ?? 0) > 0,
  );
}
