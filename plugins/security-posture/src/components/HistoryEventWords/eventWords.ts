import { ReactElement, ReactNode } from 'react';
import {
  EXEMPTION_STEPS,
  HistoryEvent,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** What may stand in a sentence instead of the plain word. */
export interface EventParts {
  finding?: ReactElement;
}

/** Why a cluster may have gone silent. */
const REASONS = [
  'forbidden',
  'unreachable',
  'needsUserCredentials',
  'tooLarge',
  'parseError',
  'partial',
] as const;

/** Words of what is told without a finding, by `what`. One that is not here is told by its name. */
const TELLERS: Readonly<
  Record<string, (event: HistoryEvent, t: PostureTranslate) => string>
> = {
  workloadNew: (event, t) =>
    t('trend.event.workloadNew', { object: placeOf(event, t) }),
  workloadGone: (event, t) =>
    t('trend.event.workloadGone', { object: placeOf(event, t) }),
  imageChanged: imageWords,
  libraryChanged: ({ from = '', to = '' }, t) =>
    t('trend.event.libraryChanged', { from, to }),
  profileChanged: ({ from = '', to = '' }, t) =>
    t('trend.event.profileChanged', { from, to }),
  clusterUnreachable: silenceWords,
  clusterAnswers: ({ cluster = '' }, t) =>
    t('trend.event.clusterAnswers', { cluster }),
  clusterScannedInPart: partWords,
  clusterScannedWhole: ({ cluster = '' }, t) =>
    t('trend.event.clusterScannedWhole', { cluster }),
  clusterGone: ({ cluster = '' }, t) =>
    t('trend.event.clusterGone', { cluster }),
  clusterReturned: ({ cluster = '' }, t) =>
    t('trend.event.clusterReturned', { cluster }),
  productionChanged: ({ cluster = '', to }, t) =>
    t(
      to === 'true' ? 'trend.event.productionOn' : 'trend.event.productionOff',
      { cluster },
    ),
};

/** Something that happened, in a sentence. */
export function eventWords(
  event: HistoryEvent,
  t: PostureTranslate,
  parts: EventParts = {},
): ReactNode {
  if (event.finding) return findingWords(event, event.finding, t, parts);
  const tell = TELLERS[event.what];
  if (tell) return tell(event, t);
  const step = EXEMPTION_STEPS.find(
    name => event.what.toLowerCase() === `exemption${name}`,
  );
  return step
    ? t(`trend.event.exemption.${step}`)
    : t('trend.event.other', { what: event.what });
}

function findingWords(
  event: HistoryEvent,
  { title, outcome }: NonNullable<HistoryEvent['finding']>,
  t: PostureTranslate,
  parts: EventParts,
): ReactNode {
  const words: Record<'finding' | 'object', string | ReactElement> = {
    finding: parts.finding ?? title,
    object: placeOf(event, t),
  };
  const sort = outcome === 'fail' ? 'failing' : 'notEvaluated';
  if (event.what === 'findingClosed')
    return t(`trend.event.${sort}.closed.${event.because ?? 'changed'}`, words);
  const step = event.what === 'findingChanged' ? 'changed' : 'opened';
  return t(`trend.event.${sort}.${step}`, words);
}

function imageWords(event: HistoryEvent, t: PostureTranslate): string {
  const { from, to } = event;
  const object = placeOf(event, t);
  if (from === undefined)
    return t('trend.event.imageAdded', { object, to: to ?? '' });
  if (to === undefined) return t('trend.event.imageRemoved', { object, from });
  return t('trend.event.imageChanged', { object, from, to });
}

function silenceWords(event: HistoryEvent, t: PostureTranslate): string {
  const { cluster = '' } = event;
  const reason = reasonWords(event, t);
  return reason
    ? t('trend.event.clusterUnreachable', { cluster, reason })
    : t('trend.event.clusterUnreachableOnly', { cluster });
}

function partWords(event: HistoryEvent, t: PostureTranslate): string {
  const { cluster = '' } = event;
  const reason = reasonWords(event, t) ?? t('shared.reason.partial');
  return t('trend.event.clusterScannedInPart', { cluster, reason });
}

/** Why it happened; undefined where no reason that is known is told. */
function reasonWords(
  { to }: HistoryEvent,
  t: PostureTranslate,
): string | undefined {
  const reason = REASONS.find(code => code === to);
  return reason && t(`shared.reason.${reason}`);
}

function placeOf({ resource, cluster }: HistoryEvent, t: PostureTranslate) {
  return resource ? resourceWords(resource, t) : cluster ?? '';
}

/** "deploy/payments-api in prod-eu" */
export function resourceWords(
  resource: ResourceView,
  t: PostureTranslate,
): string {
  return resource.kind === 'Cluster'
    ? resource.cluster
    : t('trend.event.place', {
        object: shortDigest(subjectName(resource)),
        cluster: resource.cluster,
      });
}

/** The first characters of a digest tell images apart; all of it is for machines. */
function shortDigest(name: string): string {
  return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/, '$1…');
}
