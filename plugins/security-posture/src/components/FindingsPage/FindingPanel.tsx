import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiCheckboxCircleLine, RiLinkUnlink } from '@remixicon/react';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { Failure, useFinding } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { FindingDetail } from '../FindingDetail';
import { FindingHistory } from '../FindingHistory';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { SidePanel } from '../SidePanel';
import { FindingFacts } from './FindingFacts';
import { useFindingLink } from './useFindingLink';
import styles from './FindingsPage.module.css';

/** Props of {@link FindingPanel}. */
export interface FindingPanelProps {
  findingKey: string;
  onClose: () => void;
}

/** One finding beside the list, by its key alone: open, closed, or not there any more. */
export function FindingPanel({ findingKey, onClose }: FindingPanelProps) {
  const { t } = usePostureTranslation();
  const { data, failure, refresh } = useFinding(findingKey);
  return (
    <SidePanel
      title={data?.title ?? t('tab.finding.title')}
      mark={data && <SeverityBadge severity={data.severity} />}
      onClose={onClose}
    >
      {data && <FindingContent finding={data} />}
      {!data && failure && <Missing failure={failure} onRetry={refresh} />}
      {!data && !failure && <PanelSkeleton />}
    </SidePanel>
  );
}

function FindingContent({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const linkTo = useFindingLink();
  return (
    <div className={styles.panel}>
      {finding.closedAt && <Closed finding={finding} at={finding.closedAt} />}
      <FindingFacts finding={finding} />
      {!finding.closedAt && (
        <FindingDetail
          finding={finding}
          siblings={[finding]}
          toldBy="subject"
          linkTo={linkTo}
          onSelect={() => {}}
          flush
        />
      )}
      {finding.episodes && finding.episodes.length > 0 && (
        <section>
          <h3 className={styles.panelHeading}>{t('findings.history.title')}</h3>
          <FindingHistory episodes={finding.episodes} />
        </section>
      )}
    </div>
  );
}

function Closed({ finding, at }: { finding: FindingView; at: string }) {
  const { t } = usePostureTranslation();
  const time = <RelativeTime iso={at} />;
  return (
    <EmptyState
      icon={RiCheckboxCircleLine}
      title={
        finding.closedBecause
          ? t(`tab.finding.closedBecause.${finding.closedBecause}`, { time })
          : t('tab.finding.closed', { time })
      }
    >
      <p>{t('findings.panel.closed')}</p>
    </EmptyState>
  );
}

function Missing(props: { failure: Failure; onRetry: () => void }) {
  const { failure, onRetry } = props;
  const { t } = usePostureTranslation();
  if (failure.kind !== 'notFound' && failure.kind !== 'invalid')
    return <FailureState failure={failure} onRetry={onRetry} />;
  return (
    <EmptyState icon={RiLinkUnlink} title={t('findings.panel.goneTitle')}>
      <p>{t('findings.panel.gone')}</p>
    </EmptyState>
  );
}

function PanelSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.panel}>
      <VisuallyHidden role="status">{t('tab.finding.loading')}</VisuallyHidden>
      <Skeleton width="70%" height={18} />
      <Skeleton width="100%" height={96} />
      <Skeleton width="100%" height={180} />
    </div>
  );
}
