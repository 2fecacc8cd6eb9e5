import {
  ExemptionView,
  FindingExemption,
} from 'backstage-plugin-security-posture-common';
import {
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
    ...lastSteps(exemption),
    expiresAt: isoTime(exemption.expiresAt),
    version: exemption.version,
  };
}

/** The exemption of a finding, as its view shows it. */
export function findingExemption(
  exemption: FindingExemptionRecord,
): FindingExemption {
  const { id, scope, state, requestedBy, requestedAt } = exemption;
  return {
    id,
    scope,
    state,
    requestedBy,
    requestedAt: isoTime(requestedAt),
    ...optional(exemption, 'decidedBy'),
    ...timeAt('decidedAt', exemption.decidedAt),
    ...lastSteps(exemption),
    expiresAt: isoTime(exemption.expiresAt),
  };
}

/** What was said along with the last decision, and of one that waits since when it does so again. */
function lastSteps({
  state,
  events,
}: Pick<ExemptionRecord, 'state' | 'events'>): Pick<
  ExemptionView,
  'note' | 'reopenedAt'
> {
  const decision = events.findLast(({ what }) => what === state);
  const reopened = events.findLast(({ what }) => what === 'reopened');
  return {
    ...(decision?.note ? { note: decision.note } : {}),
    ...(state === 'pending' ? timeAt('reopenedAt', reopened?.at) : {}),
  };
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
  exemption: Partial<Pick<ExemptionRecord, Key>>,
  ...keys: readonly Key[]
): Partial<Pick<ExemptionRecord, Key>> {
  const fields: Partial<Pick<ExemptionRecord, Key>> = {};
  for (const key of keys)
    if (exemption[key] !== undefined) fields[key] = exemption[key];
  return fields;
}
