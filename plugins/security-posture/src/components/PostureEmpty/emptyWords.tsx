import { ReactNode } from 'react';
import type {
  ClusterState,
  EntityPosture,
  PostureState,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import { mappedClusters } from '../../model/scannedClusters';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { noClusterWords, unscannedWords } from '../Mapping';
import { RelativeTime } from '../RelativeTime';

/** A posture without findings, and whose it is. */
export interface EmptyPosture {
  posture: EntityPosture;
  /** Name of the entity as people read it. */
  entity: string;
}

/** What is so, and why. */
export interface EmptyWords {
  title: ReactNode;
  text: ReactNode;
}

type Write = (empty: EmptyPosture, t: PostureTranslate) => EmptyWords;

/** The words of each state that has no findings to show. */
export const EMPTY_WORDS: Record<Exclude<PostureState, 'judged'>, Write> = {
  notMapped: ({ posture, entity }, t) => ({
    title: t('card.notMapped.title'),
    text: (
      <>
        <p>{t('card.notMapped.text', { entity })}</p>
        {posture.mapping.candidates.length > 0 && (
          <p>
            {t('card.notMapped.candidates', {
              count: posture.mapping.candidates.length,
            })}
          </p>
        )}
      </>
    ),
  }),
  noWorkloads: ({ posture }, t) => ({
    title: t('card.noWorkloads.title'),
    text: noWorkloadsText(posture, t),
  }),
  neverScanned: ({ posture }, t) => ({
    title: t('card.neverScanned.title'),
    text: (
      <p>
        {t('card.neverScanned.text', clustersIn(posture, 'neverScanned', t))}
      </p>
    ),
  }),
  unreachable: ({ posture }, t) => ({
    title: t('card.unreachable.title'),
    text: posture.clusters
      .filter(({ state }) => state === 'unreachable')
      .map(cluster => <p key={cluster.cluster}>{silence(cluster, t)}</p>),
  }),
  needsUserCredentials: ({ posture }, t) => ({
    title: t(
      'card.needsUserCredentials.title',
      clustersIn(posture, 'needsUserCredentials', t),
    ),
    text: <p>{t('card.needsUserCredentials.text')}</p>,
  }),
  noClusters: (_, t) => ({
    title: t('card.noClusters.title'),
    text: <p>{t('card.noClusters.text', { key: <code>kubernetes</code> })}</p>,
  }),
};

function noWorkloadsText(
  posture: EntityPosture,
  t: PostureTranslate,
): ReactNode {
  const { mapping } = posture;
  if (mapping.problem) return <p>{mapping.problem}</p>;
  if (!mapping.query) return <p>{t('card.noWorkloads.textWithoutQuery')}</p>;
  const { clusters, labelSelector } = mapping.query;
  if (clusters.length === 0) return <p>{noClusterWords(mapping.query, t)}</p>;
  const mapped = mappedClusters(posture);
  const words = {
    clusters: joinWords(mapped.scanned, t('shared.locale'), 'or'),
    selector: <code>{labelSelector}</code>,
  };
  return (
    <p>
      {mapped.scanned.length > 0
        ? t('card.noWorkloads.text', words)
        : t('tab.mapping.notCounted', words)}{' '}
      {unscannedWords(mapped, t)}
    </p>
  );
}

/** The clusters in a state, named and counted. */
function clustersIn(
  { clusters }: EntityPosture,
  state: ClusterState,
  t: PostureTranslate,
): { count: number; clusters: string } {
  const names = clusters
    .filter(cluster => cluster.state === state)
    .map(({ title, cluster }) => title ?? cluster);
  return {
    count: names.length,
    clusters: joinWords(names, t('shared.locale')),
  };
}

/** Since when a cluster is silent, and why. */
function silence(
  {
    cluster,
    title,
    reason = 'unreachable',
    failingSince,
  }: EntityPosture['clusters'][number],
  t: PostureTranslate,
): ReactNode {
  const words = {
    cluster: title ?? cluster,
    reason: t(`shared.reason.${reason}`),
  };
  return failingSince
    ? t('card.unreachable.clusterSince', {
        ...words,
        time: <RelativeTime iso={failingSince} />,
      })
    : t('card.unreachable.cluster', words);
}
