import { RiTimeFill } from '@remixicon/react';
import type { SilentCluster } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ServiceNames } from './ServiceNames';
import { UnseenItem } from './UnseenItem';

/** A cluster of which nothing, or nothing fresh, is known. */
export function SilentClusterItem({ cluster }: { cluster: SilentCluster }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { state, lastSuccessAt, title } = cluster;
  const neverAnswered = state === 'unreachable' && !lastSuccessAt;
  return (
    <UnseenItem
      icon={RiTimeFill}
      warns
      what={t(
        `overview.unseen.cluster.${neverAnswered ? 'neverAnswered' : state}`,
        {
          cluster: title ?? cluster.cluster,
          time: lastSuccessAt ? <RelativeTime iso={lastSuccessAt} /> : '',
        },
      )}
      why={t('overview.unseen.cluster.services', {
        names: <ServiceNames entities={cluster.entities} />,
      })}
      next={t('overview.unseen.cluster.next')}
      href={boardLink('clusters', { name: cluster.cluster })}
    />
  );
}
