import {
  ExportedExemption,
  ExportedFinding,
} from 'backstage-plugin-security-posture-common';
import { ExportedRecord } from '../../database/ExportReader';
import { findingTitle, reasonFields } from '../findingView';
import { isoTime, timeAt } from '../isoTime';
import { ControlIndex } from '../PostureSettings';
import { resourceView } from '../resourceView';

/** A finding as every format of an export has it. */
export function exportedFinding(
  record: ExportedRecord,
  exemption: ExportedExemption | undefined,
  controls: ControlIndex,
): ExportedFinding {
  const control = controls.get(record.control);
  return {
    key: record.key,
    control: record.control,
    title: findingTitle(record, controls),
    severity: record.severity,
    category: control?.category ?? 'podSpec',
    outcome: record.outcome,
    ...reasonFields(record.reason),
    resource: resourceView(record),
    violations: [...record.violations],
    ...(record.consequenceOf ? { consequenceOf: record.consequenceOf } : {}),
    frameworks: control?.frameworks ?? {},
    openedAt: isoTime(record.openSince),
    ...timeAt('staleSince', record.staleSince),
    entities: [...record.entityRefs],
    ...(exemption ? { exemption } : {}),
  };
}
