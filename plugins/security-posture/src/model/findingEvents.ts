import type { FindingEpisode } from 'backstage-plugin-security-posture-common';

/** What happened to a finding at a time. */
export interface FindingEvent {
  /** ISO time. */
  at: string;
  what:
    | 'opened'
    | 'opensAgain'
    | 'changed'
    | NonNullable<FindingEpisode['closedBecause']>
    | 'closed';
  /** The episode that it began or ended. */
  episode: FindingEpisode;
}

/** The life of a finding, newest first: an episode that follows at once on one that changed is that change. */
export function findingEvents(
  episodes: readonly FindingEpisode[],
): FindingEvent[] {
  return episodes.flatMap((episode, index) => {
    const before = episodes[index + 1];
    const next = episodes[index - 1];
    const goesOn = next !== undefined && continues(next, episode);
    return [
      ...(episode.closedAt && !goesOn
        ? [closing(episode, episode.closedAt)]
        : []),
      { at: episode.openedAt, what: openingOf(episode, before), episode },
    ];
  });
}

function continues(episode: FindingEpisode, before: FindingEpisode): boolean {
  return (
    before.closedBecause === 'changed' && before.closedAt === episode.openedAt
  );
}

function openingOf(
  episode: FindingEpisode,
  before: FindingEpisode | undefined,
): FindingEvent['what'] {
  if (!before) return 'opened';
  return continues(episode, before) ? 'changed' : 'opensAgain';
}

function closing(episode: FindingEpisode, at: string): FindingEvent {
  return { at, what: episode.closedBecause ?? 'closed', episode };
}
