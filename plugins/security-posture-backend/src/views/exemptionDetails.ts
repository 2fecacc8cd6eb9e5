import {
  ExemptionAction,
  ExemptionDetails,
  ExemptionView,
} from 'backstage-plugin-security-posture-common';
import { EvidenceRecord, ExemptionRecord } from '../database/ExemptionStore';
import { exemptionView } from './exemptionView';
import { isoTime, timeAt } from './isoTime';
import { ControlIndex } from './PostureSettings';

/** Places of a finding that the details of its exemption name. */
const PLACES_SHOWN = 5;

/** Who looks at an exemption. */
export interface ExemptionCaller {
  /** Undefined for a service. */
  readonly userRef?: string;
  /** True where the caller decides on what others ask for. */
  readonly decides: boolean;
}

/** What the details of exemptions are told with. */
export interface ExemptionTelling {
  readonly caller: ExemptionCaller;
  /** What findings show, by key. */
  readonly evidence: ReadonlyMap<string, EvidenceRecord>;
  readonly controls: ControlIndex;
  readonly now: number;
}

/** An exemption with its history, its evidence, and what its caller may do. */
export function exemptionDetails(
  exemption: ExemptionRecord,
  { caller, evidence, controls, now }: ExemptionTelling,
): ExemptionDetails {
  const view = exemptionView(exemption, controls, now);
  const own = exemption.requestedBy === caller.userRef;
  return {
    ...view,
    events: exemption.events.map(({ what, actor, at, note, expiresAt }) => ({
      what,
      actor,
      at: isoTime(at),
      ...(note ? { note } : {}),
      ...timeAt('expiresAt', expiresAt),
    })),
    ...evidenceOf(view, evidence),
    may: actionsOf(view, own, caller),
    own,
  };
}

function evidenceOf(
  { findingKey, reopenedAt }: ExemptionView,
  evidence: ExemptionTelling['evidence'],
): Pick<ExemptionDetails, 'evidence' | 'evidenceBefore'> {
  const { now, before } = evidence.get(findingKey ?? '') ?? {};
  return {
    ...(now ? { evidence: now.slice(0, PLACES_SHOWN) } : {}),
    ...(before && reopenedAt
      ? { evidenceBefore: before.slice(0, PLACES_SHOWN) }
      : {}),
  };
}

/** Who asked may take it back; approvers decide on what others asked for. */
function actionsOf(
  { state }: ExemptionView,
  own: boolean,
  { decides }: ExemptionCaller,
): ExemptionAction[] {
  if (state !== 'pending' && state !== 'approved') return [];
  if (own) return ['revoke'];
  if (!decides) return [];
  return state === 'pending'
    ? ['approve', 'deny', 'shorten', 'revoke']
    : ['shorten', 'revoke'];
}
