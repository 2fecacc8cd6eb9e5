import {
  ExemptionDetails,
  ExemptionView,
} from 'backstage-plugin-security-posture-common';
import {
  ExemptionEventRecord,
  ExemptionRecord,
  FindingExemptionRecord,
} from '../database/ExemptionStore';
import { isoTime, timeAt } from './isoTime';
import { ControlIndex } from './PostureSettings';

/** An exemption in words. One whose end has come has expired, whether or not that has been written down yet. */
export function exemptionView(
  exemption: ExemptionRecord,
  controls: ControlIndex,
  now: number,
): ExemptionView {
  const { control, subject } = exemption;
  return {
    id: exemption.id,
    scope: exemption.scope,
    ...standingOf(exemption, now),
    control,
    title: controls.get(control)?.failureTitle ?? control,
    severity: exemption.severity,
    ...optional(exemption, 'entityRef', 'findingKey'),
    ...(subject ? { resource: { ...subject } } : {}),
    category: exemption.category,
    reason: exemption.reason,
    ...optional(exemption, 'compensatingControl', 'link'),
    source: exemption.source,
    requestedBy: exemption.requestedBy,
    requestedAt: isoTime(exemption.requestedAt),
    ...optional(exemption, 'decidedBy'),
    ...timeAt('decidedAt', exemption.decidedAt),
    expiresAt: isoTime(exemption.expiresAt),
    version: exemption.version,
  };
}

/** An exemption with its history. */
export function exemptionDetails(
  exemption: ExemptionRecord,
  events: readonly ExemptionEventRecord[],
  controls: ControlIndex,
  now: number,
): ExemptionDetails {
  return {
    ...exemptionView(exemption, controls, now),
    events: events.map(({ what, actor, at, note, expiresAt }) => ({
      what,
      actor,
      at: isoTime(at),
      ...(note ? { note } : {}),
      ...timeAt('expiresAt', expiresAt),
    })),
  };
}

/** The exemption of a finding, as its view shows it. */
export function findingExemption({
  expiresAt,
  ...exemption
}: FindingExemptionRecord) {
  return { ...exemption, expiresAt: isoTime(expiresAt) };
}

function standingOf(
  { state, appliesTo, expiresAt }: ExemptionRecord,
  now: number,
): Pick<ExemptionView, 'state' | 'appliesTo'> {
  const isOpen = state === 'pending' || state === 'approved';
  if (isOpen && expiresAt <= now) return { state: 'expired', appliesTo: 0 };
  return { state, appliesTo };
}

function optional<Key extends keyof ExemptionRecord>(
  exemption: ExemptionRecord,
  ...keys: readonly Key[]
): Partial<Pick<ExemptionRecord, Key>> {
  const fields: Partial<Pick<ExemptionRecord, Key>> = {};
  for (const key of keys)
    if (exemption[key] !== undefined) fields[key] = exemption[key];
  return fields;
}
