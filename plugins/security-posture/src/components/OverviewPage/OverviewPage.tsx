import { Button } from '@backstage/ui';
import { RiTeamLine } from '@remixicon/react';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { Resource, useOverview } from '../../api';
import { useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { EmptyState } from '../EmptyState';
import { ExportButton } from '../ExportButton';
import { FailureNotice, FailureState } from '../FailureState';
import { OverviewContent } from './OverviewContent';
import { OverviewSkeleton } from './OverviewSkeleton';
import { OwnerSelect } from './OwnerSelect';

/** What the address says. */
const DEFAULTS = { owner: '' };

/** How the organisation, or one team, stands: verdict, what to fix first, what changed, and what was not looked at. */
export function OverviewPage() {
  const [{ owner }, change] = useUrlState(DEFAULTS);
  const overview = useOverview(owner);
  const choose = (ref: string) => change({ owner: ref });
  const { data } = overview;
  return (
    <BoardFrame
      page="overview"
      basis={
        data && {
          library: data.library,
          coverage: data.trend.at(-1)?.coverage,
        }
      }
      actions={
        <>
          <OwnerSelect owner={owner} onChange={choose} />
          <ExportButton
            of={
              owner ? { scope: 'group', ref: owner } : { scope: 'organisation' }
            }
          />
        </>
      }
    >
      {overview.loading && <OverviewSkeleton />}
      {overview.data && overview.failure && (
        <FailureNotice failure={overview.failure} onRetry={overview.refresh} />
      )}
      {overview.data && <OverviewContent overview={overview.data} />}
      {!overview.data && overview.failure && (
        <NoOverview
          overview={overview}
          onShowAll={owner ? () => choose('') : undefined}
        />
      )}
    </BoardFrame>
  );
}

interface NoOverviewProps {
  overview: Resource<OverviewResponse>;
  /** Only where the page is of one team. */
  onShowAll?: () => void;
}

function NoOverview({ overview, onShowAll }: NoOverviewProps) {
  const { t } = usePostureTranslation();
  const { failure, refresh } = overview;
  if (!failure) return null;
  const unknown = failure.kind === 'notFound' || failure.kind === 'invalid';
  if (!onShowAll || !unknown)
    return <FailureState failure={failure} onRetry={refresh} titleAs="h2" />;
  return (
    <EmptyState
      icon={RiTeamLine}
      title={t('overview.unknownOwner.title')}
      titleAs="h2"
      actions={
        <Button variant="secondary" onPress={onShowAll}>
          {t('overview.unknownOwner.action')}
        </Button>
      }
    >
      {t('overview.unknownOwner.description')}
    </EmptyState>
  );
}
