import { Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiRefreshLine, RiWifiOffLine } from '@remixicon/react';
import type {
  PreflightItem,
  PreflightView,
} from 'backstage-plugin-security-posture-common';
import { usePreflight } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureNotice, FailureState } from '../FailureState';
import { RelativeTime } from '../RelativeTime';
import { TabSection } from '../TabSection';
import { FoldedReads } from './FoldedReads';
import { RefusedReads } from './RefusedReads';
import styles from './ClusterPage.module.css';

/** What the scanner may read of a cluster now, what waits for the rest, and what would grant it. */
export function ConnectionRights({ cluster }: { cluster: string }) {
  const { t } = usePostureTranslation();
  const preflight = usePreflight(cluster);
  const { data, failure, refresh, refreshing } = preflight;
  return (
    <TabSection
      title={t('clusters.rights.title')}
      actions={
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiRefreshLine />}
          isPending={refreshing}
          onPress={refresh}
        >
          {t('clusters.rights.check')}
        </Button>
      }
      flush
    >
      {data && failure && (
        <div className={styles.within}>
          <FailureNotice failure={failure} onRetry={refresh} />
        </div>
      )}
      {data && <Rights preflight={data} />}
      {!data && failure && (
        <div className={styles.within}>
          <FailureState failure={failure} onRetry={refresh} />
        </div>
      )}
      {!data && !failure && <RightsSkeleton />}
    </TabSection>
  );
}

function Rights({ preflight }: { preflight: PreflightView }) {
  const { t } = usePostureTranslation();
  const { items, answers, reason, checkedAt } = preflight;
  if (!answers)
    return (
      <div className={styles.within}>
        <EmptyState
          icon={RiWifiOffLine}
          title={t('clusters.rights.dead', {
            reason: t(`shared.reason.${reason ?? 'unreachable'}`),
          })}
        >
          {t('clusters.rights.checked', {
            time: <RelativeTime iso={checkedAt} />,
          })}
        </EmptyState>
      </div>
    );
  const refused = inState(items, 'unreadable');
  const allowed = inState(items, 'readable');
  return (
    <>
      <p className={styles.explained}>
        {t('clusters.rights.checked', {
          time: <RelativeTime iso={checkedAt} />,
        })}{' '}
        {t('clusters.rights.allowed', {
          count: allowed.length,
          total: String(allowed.length + refused.length),
        })}{' '}
        {refused.length === 0 && t('clusters.rights.allGranted')}
      </p>
      {refused.length > 0 && <RefusedReads items={refused} />}
      <FoldedReads
        allowed={allowed}
        off={inState(items, 'switchedOff')}
        absent={inState(items, 'notServed')}
      />
    </>
  );
}

function inState(
  items: readonly PreflightItem[],
  state: PreflightItem['state'],
): PreflightItem[] {
  return items.filter(item => item.state === state);
}

function RightsSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.within}>
      <VisuallyHidden role="status">
        {t('clusters.rights.checking')}
      </VisuallyHidden>
      <Skeleton width="60%" height={18} />
      <div className={styles.gap} />
      <Skeleton width="100%" height={140} />
    </div>
  );
}
