import {
  RiErrorWarningLine,
  RiSearchLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import type { ExplorerResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { ExportButton } from '../ExportButton';
import { FailureNotice, FailureState } from '../FailureState';
import { Pager } from '../Pager';
import { TabSection } from '../TabSection';
import { ExplorerFilterBar } from './ExplorerFilterBar';
import { ExplorerSkeleton } from './ExplorerSkeleton';
import { ExplorerTable } from './ExplorerTable';
import { FilterTags } from './FilterTags';
import { RefusedFilters } from './RefusedFilters';
import { ResetButton } from './ResetButton';
import { ExplorerPageState, PAGE_SIZE } from './useExplorerState';
import styles from './FindingsPage.module.css';

/** Props of {@link ExplorerSection}. */
export interface ExplorerSectionProps {
  state: ExplorerPageState;
  findings: Resource<ExplorerResponse>;
}

/** The list with its filters, how many there are, and pages; all that is listed can be exported. */
export function ExplorerSection(props: ExplorerSectionProps) {
  const { state, findings } = props;
  const { t } = usePostureTranslation();
  const { data } = findings;
  const count = state.refused.length ? undefined : data?.total;
  return (
    <TabSection
      flush
      title={count ? t('findings.total', { count }) : t('findings.title')}
      actions={
        state.chosen && (
          <ExportButton of={{ scope: 'organisation', ...state.chosen }} />
        )
      }
    >
      {data?.partial && (
        <p className={styles.partial}>{t('findings.partial')}</p>
      )}
      <ExplorerFilterBar state={state} />
      <FilterTags state={state} />
      <ExplorerContent {...props} />
    </TabSection>
  );
}

function ExplorerContent({ state, findings }: ExplorerSectionProps) {
  const { data, failure, loading, outdated, refresh } = findings;
  if (state.refused.length) return <RefusedFilters state={state} />;
  if (loading) return <ExplorerSkeleton />;
  if (!data) {
    if (failure?.kind === 'invalid')
      return <RefusedByServer state={state} message={failure.message} />;
    return failure ? (
      <div className={styles.state}>
        <FailureState failure={failure} onRetry={refresh} />
      </div>
    ) : null;
  }
  if (data.items.length === 0) return <NothingFound state={state} />;
  return (
    <>
      {failure && (
        <div className={styles.state}>
          <FailureNotice failure={failure} onRetry={refresh} />
        </div>
      )}
      <ExplorerTable rows={data.items} state={state} outdated={outdated} />
      <div className={styles.pager}>
        <Pager
          answer={data}
          pages={state.pages}
          pageSize={PAGE_SIZE}
          outdated={outdated}
        />
      </div>
    </>
  );
}

function NothingFound({ state }: { state: ExplorerPageState }) {
  const { t } = usePostureTranslation();
  const which = state.filtered ? 'filtered' : 'none';
  return (
    <div className={styles.state}>
      <EmptyState
        icon={state.filtered ? RiSearchLine : RiShieldCheckLine}
        title={t(`findings.empty.${which}.title`)}
        actions={state.filtered && <ResetButton state={state} />}
      >
        <p>{t(`findings.empty.${which}.description`)}</p>
      </EmptyState>
    </div>
  );
}

/** The API knows better than this page what it takes, and says so in a sentence. */
function RefusedByServer({
  state,
  message,
}: {
  state: ExplorerPageState;
  message: string;
}) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.state}>
      <EmptyState
        icon={RiErrorWarningLine}
        title={t('shared.failure.invalidTitle')}
        actions={<ResetButton state={state} />}
      >
        <p>{message}</p>
      </EmptyState>
    </div>
  );
}
