import type {
  ExposureResponse,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { unreadWords } from './unreadWords';
import { NodesById, waysIn } from './waysIn';

/** Ways that the sentence names. */
const WAYS_SHOWN = 2;

/** Who reaches an entity, in a sentence; what is not known never counts as not reached. */
export function exposureSentence(
  exposure: ExposureResponse,
  nodes: NodesById,
  entity: string,
  t: PostureTranslate,
): string {
  const { reach, workloads, unread } = exposure;
  if (reach.outside > 0) {
    const reached = workloads.filter(one => one.reach === 'outside');
    const open = reached.filter(({ tls }) => tls === 'no');
    const through = waysOf(open.length ? open : reached, nodes, t);
    return open.length
      ? t('entity.exposure.sentence.outsideWithoutTls', { entity, through })
      : t('entity.exposure.sentence.outside', { entity, through });
  }
  if (reach.unknown > 0) {
    const why = unreadWords(unread, t).join('; ');
    return t('entity.exposure.sentence.unknown', { entity, why });
  }
  if (reach.restricted > 0) {
    const bounded = workloads.filter(one => one.reach === 'restricted');
    const through = waysOf(bounded, nodes, t);
    return t('entity.exposure.sentence.restricted', { entity, through });
  }
  return exposure.total > 0
    ? t('entity.exposure.sentence.inside', { entity })
    : t('entity.exposure.sentence.nothing');
}

function waysOf(
  workloads: readonly WorkloadExposureView[],
  nodes: NodesById,
  t: PostureTranslate,
): string {
  const ways = [
    ...new Set(workloads.flatMap(workload => waysIn(workload, nodes, t))),
  ];
  const more = ways.length - WAYS_SHOWN;
  return joinWords(
    [
      ...ways.slice(0, WAYS_SHOWN),
      ...(more > 0 ? [t('entity.exposure.moreWays', { count: more })] : []),
    ],
    t('shared.locale'),
  );
}
