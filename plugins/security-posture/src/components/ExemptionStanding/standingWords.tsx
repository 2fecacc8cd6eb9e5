import { ReactNode } from 'react';
import {
  daysLeft,
  ExemptionStage,
  StandingExemption,
} from '../../model/exemptionStage';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { ActorName } from '../ActorName';
import { Day } from '../Day';
import { RelativeTime } from '../RelativeTime';

/** Scores of the entity with and without its exemptions. */
export interface StandingScores {
  score: number | null;
  raw: number | null;
}

type WordsOf = (
  exemption: StandingExemption,
  t: PostureTranslate,
  now: number,
) => ReactNode;

/** The title of each stage. */
export const STAGE_TITLES: Record<ExemptionStage, WordsOf> = {
  requested: (_, t) => t('exemptions.standing.requested'),
  reopened: (_, t) => t('exemptions.standing.reopened'),
  inForce: ({ expiresAt }, t) =>
    t('exemptions.standing.inForce', { day: <Day day={expiresAt} withYear /> }),
  ending: ({ expiresAt }, t, now) => {
    const count = daysLeft(expiresAt, now);
    return count === 0
      ? t('exemptions.standing.endsToday')
      : t('exemptions.standing.ending', { count });
  },
  nothing: ({ state }, t) =>
    t(
      state === 'pending'
        ? 'exemptions.standing.nothingAsked'
        : 'exemptions.standing.nothing',
    ),
  denied: (_, t) => t('exemptions.standing.denied'),
  expired: ({ expiresAt }, t) =>
    t('exemptions.standing.expired', { day: <Day day={expiresAt} withYear /> }),
  ended: ({ decidedBy, requestedBy, decidedAt, expiresAt }, t) =>
    decidedBy === requestedBy
      ? t('exemptions.standing.withdrawn')
      : t('exemptions.standing.ended', {
          day: <Day day={decidedAt ?? expiresAt} withYear />,
        }),
};

/** What there is to say of each stage beneath its title. */
export const STAGE_DETAILS: Record<ExemptionStage, WordsOf> = {
  requested: ({ requestedAt, requestedBy }, t) =>
    t('exemptions.standing.requestedDetail', {
      time: <RelativeTime iso={requestedAt} />,
      who: <ActorName actor={requestedBy} />,
    }),
  reopened: ({ reopenedAt, requestedAt }, t) =>
    t('exemptions.standing.reopenedDetail', {
      time: <Day day={reopenedAt ?? requestedAt} withYear />,
    }),
  inForce: ({ decidedBy = 'system', decidedAt, requestedAt }, t) =>
    t('exemptions.standing.inForceDetail', {
      who: <ActorName actor={decidedBy} />,
      time: <RelativeTime iso={decidedAt ?? requestedAt} />,
    }),
  ending: ({ expiresAt }, t) =>
    t('exemptions.standing.endingDetail', {
      day: <Day day={expiresAt} withYear />,
    }),
  nothing: (_, t) => t('exemptions.standing.nothingDetail'),
  denied: ({ decidedBy = 'system', decidedAt, requestedAt, note }, t) => {
    const said = {
      who: <ActorName actor={decidedBy} />,
      time: <RelativeTime iso={decidedAt ?? requestedAt} />,
    };
    return note
      ? t('exemptions.standing.deniedDetail', {
          ...said,
          note: <bdi>{note}</bdi>,
        })
      : t('exemptions.standing.deniedWithoutNote', said);
  },
  expired: (_, t) => t('exemptions.standing.expiredDetail'),
  ended: ({ decidedBy = 'system', note }, t) => {
    const who = <ActorName actor={decidedBy} />;
    return note
      ? t('exemptions.standing.endedNote', { who, note: <bdi>{note}</bdi> })
      : t('exemptions.standing.endedDetail', { who });
  },
};

/** What it covers now, and what that makes of the score; nothing where it is not in force. */
export function coverageWords(
  { state, appliesTo = 0 }: StandingExemption,
  stage: ExemptionStage,
  scores: StandingScores | undefined,
  t: PostureTranslate,
): string {
  if (state !== 'approved' || (stage !== 'inForce' && stage !== 'ending'))
    return '';
  const covers = appliesTo
    ? t('exemptions.covers.today', { count: appliesTo })
    : '';
  const moved = scores && scores.score !== scores.raw && scores.raw !== null;
  const score = moved
    ? t('exemptions.standing.score', {
        score: String(scores.score),
        raw: String(scores.raw),
      })
    : '';
  return [covers, score].filter(Boolean).join(' ');
}
