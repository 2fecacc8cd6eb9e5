import {
  AccessHolder,
  AccessRisk,
} from 'backstage-plugin-security-posture-common';
import { DescribedBinding, Violation } from 'security-posture-engine';
import { FindingRecord } from '../../database/records';
import { findingTitle } from '../findingView';
import { isoTime, timeAt } from '../isoTime';
import { ControlIndex } from '../PostureSettings';
import { resourceView } from '../resourceView';

const MOST_HOLDERS = 10;
const MOST_RIGHTS = 6;

/** How the rules over bindings name the place of a subject. */
const SUBJECT = /^subjects\[(.*)\]$/s;

/** A finding on a binding: whom it gives what. */
export function accessRisk(
  finding: FindingRecord,
  binding: DescribedBinding | undefined,
  controls: ControlIndex,
): AccessRisk {
  const { key, control, severity, violations, consequenceOf } = finding;
  return {
    key,
    control,
    title: findingTitle(finding, controls),
    severity,
    resource: resourceView(finding),
    ...(binding?.role
      ? { role: `${binding.role.kind} ${binding.role.name}` }
      : {}),
    holders: violations.slice(0, MOST_HOLDERS).map(holderOf),
    ...(consequenceOf ? { consequenceOf } : {}),
    openedAt: isoTime(finding.openSince),
    ...timeAt('staleSince', finding.staleSince),
  };
}

function holderOf({ field = '', message, actual }: Violation): AccessHolder {
  const rights = Array.isArray(actual) ? actual.map(String) : [];
  return {
    subject: SUBJECT.exec(field)?.[1] ?? message,
    rights: rights.slice(0, MOST_RIGHTS),
    more: Math.max(0, rights.length - MOST_RIGHTS),
  };
}
