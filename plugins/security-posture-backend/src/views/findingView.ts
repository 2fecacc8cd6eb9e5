import {
  ClosedBecause,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import {
  NOT_APPLICABLE_REASONS,
  NOT_EVALUATED_REASONS,
  ReasonCode,
} from 'security-posture-engine';
import { FindingRecord } from '../database/records';
import { isoTime, timeAt } from './isoTime';
import { patchView } from './patchView';
import { ControlIndex } from './PostureSettings';
import { remedyView } from './remedyView';
import { resourceView } from './resourceView';

/** Every reason why something has no verdict, as a sentence. */
export const REASONS: Readonly<Record<ReasonCode, string>> = {
  ...NOT_EVALUATED_REASONS,
  ...NOT_APPLICABLE_REASONS,
};

/**
 * A finding in words, with what fixes it. One of a control that the library no longer has keeps its id for a title
 * until the next sweep drops it.
 */
export function findingView(
  finding: FindingRecord,
  controls: ControlIndex,
): FindingView {
  const control = controls.get(finding.control);
  const patch = patchView(finding, controls);
  const remedy = remedyView(finding, controls);
  return {
    key: finding.key,
    control: finding.control,
    title: findingTitle(finding, controls),
    why: control?.why ?? '',
    fix: control?.fix ?? '',
    severity: finding.severity,
    category: control?.category ?? 'podSpec',
    outcome: finding.outcome,
    ...reasonFields(finding.reason),
    ...(finding.note ? { note: finding.note } : {}),
    resource: resourceView(finding),
    violations: [...finding.violations],
    ...(finding.consequenceOf ? { consequenceOf: finding.consequenceOf } : {}),
    frameworks: control?.frameworks ?? {},
    openedAt: isoTime(finding.openSince),
    ...timeAt('staleSince', finding.staleSince),
    ...closedFields(finding),
    ...(patch ? { patch } : {}),
    ...(remedy ? { remedy } : {}),
  };
}

/** What a finding says: the failing sentence of its control, or what the control asks for. */
export function findingTitle(
  finding: Pick<FindingRecord, 'control' | 'outcome'>,
  controls: ControlIndex,
): string {
  const control = controls.get(finding.control);
  if (!control) return finding.control;
  return finding.outcome === 'fail' ? control.failureTitle : control.title;
}

/** Why something could not be judged, as a code and as a sentence. */
export function reasonFields(
  reason: ReasonCode | undefined,
): Pick<FindingView, 'reason' | 'reasonText'> {
  return reason ? { reason, reasonText: REASONS[reason] } : {};
}

function closedFields({
  closedAt,
  closedBecause,
}: FindingRecord): Pick<FindingView, 'closedAt' | 'closedBecause'> {
  if (closedAt === undefined) return {};
  return {
    closedAt: isoTime(closedAt),
    ...(closedBecause ? { closedBecause: closedBecause as ClosedBecause } : {}),
  };
}
