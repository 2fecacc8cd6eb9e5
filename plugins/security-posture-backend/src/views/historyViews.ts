import {
  ClosedBecause,
  FindingChange,
  FindingEpisode,
  HistoryEvent,
  WorkloadChanges,
} from 'backstage-plugin-security-posture-common';
import {
  EpisodeRecord,
  EventRecord,
  FindingChangeRecord,
  PageOf,
  WorkloadRecord,
} from '../database/HistoryReader';
import { findingRow } from './findingRow';
import { findingTitle } from './findingView';
import { isoTime, timeAt } from './isoTime';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** Something that happened, in words of the API. */
export function historyEvent(
  event: EventRecord,
  controls: ControlIndex,
): HistoryEvent {
  const { cluster, finding, subject, ref, from, to } = event;
  return {
    at: isoTime(event.at),
    what: event.what,
    ...(event.because ? { because: event.because as ClosedBecause } : {}),
    ...(cluster ? { cluster } : {}),
    ...(finding
      ? {
          finding: {
            ...finding,
            title: findingTitle(finding, controls),
          },
        }
      : {}),
    ...(cluster && subject
      ? { resource: resourceView({ cluster, subject }) }
      : {}),
    ...(ref ? { ref } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** What became of a finding between two times. */
export function findingChange(
  { change, because, at, finding, before }: FindingChangeRecord,
  controls: ControlIndex,
): FindingChange {
  return {
    change,
    because,
    at: isoTime(at),
    finding: findingRow(finding, controls),
    ...(before ? { before: findingRow(before, controls) } : {}),
  };
}

/** Workloads that came, or that went. */
export function workloadChanges({
  items,
  total,
}: PageOf<WorkloadRecord>): WorkloadChanges {
  return { items: items.map(resourceView), total };
}

/** One time that a finding was open with the same evidence. */
export function findingEpisode(episode: EpisodeRecord): FindingEpisode {
  return {
    openedAt: isoTime(episode.openedAt),
    ...timeAt('closedAt', episode.closedAt),
    ...(episode.closedBecause
      ? { closedBecause: episode.closedBecause as ClosedBecause }
      : {}),
    severity: episode.severity,
    outcome: episode.outcome,
    ...(episode.reason ? { reason: episode.reason } : {}),
    ...timeAt('staleSince', episode.staleSince),
    places: episode.violations.length,
  };
}
