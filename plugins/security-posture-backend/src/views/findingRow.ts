import {
  ExplorerRow,
  FindingRow,
} from 'backstage-plugin-security-posture-common';
import { ExploredFinding } from '../database/FindingsExplorer';
import { FindingRecord } from '../database/records';
import { findingTitle } from './findingView';
import { isoTime, timeAt } from './isoTime';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** A finding as lists over many show it. */
export function findingRow(
  finding: FindingRecord,
  controls: ControlIndex,
): FindingRow {
  const [place] = finding.violations;
  return {
    key: finding.key,
    control: finding.control,
    title: findingTitle(finding, controls),
    severity: finding.severity,
    category: controls.get(finding.control)?.category ?? 'podSpec',
    outcome: finding.outcome,
    ...(finding.reason ? { reason: finding.reason } : {}),
    resource: resourceView(finding),
    ...(place
      ? {
          place: {
            ...(place.container ? { container: place.container } : {}),
            path: place.path,
            message: place.message,
          },
        }
      : {}),
    places: finding.violations.length,
    ...(finding.consequenceOf ? { consequenceOf: finding.consequenceOf } : {}),
    openedAt: isoTime(finding.openSince),
    ...timeAt('staleSince', finding.staleSince),
  };
}

/** A finding of the explorer, with those whom it concerns. */
export function explorerRow(
  finding: ExploredFinding,
  controls: ControlIndex,
): ExplorerRow {
  return {
    ...findingRow(finding, controls),
    entities: [...finding.entityRefs],
    exempted: finding.exempted,
  };
}
