import { Link, Select, Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import type { ScopeMatrixResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { Pager } from '../Pager';
import { TabSection } from '../TabSection';
import { ScopeMatrix } from './ScopeMatrix';
import { PAGE_SIZE, ScopesState, SEVERITY_CHOICES } from './useScopesState';
import styles from './ScopesPage.module.css';

/** Props of {@link ScopeMatrixSection}. */
export interface ScopeMatrixSectionProps {
  state: ScopesState;
  matrix: Resource<ScopeMatrixResponse>;
}

/** Teams, systems or domains by control, for the severities that are chosen. */
export function ScopeMatrixSection({ state, matrix }: ScopeMatrixSectionProps) {
  const { t } = usePostureTranslation();
  const { data, failure, refresh, outdated } = matrix;
  if (data && data.total === 0) return null;
  return (
    <TabSection
      title={t(`scopes.matrix.title.${state.kind}`)}
      actions={<SeveritySelect state={state} />}
      flush
    >
      <p className={styles.explained}>{t('scopes.matrix.explained')}</p>
      {data && (
        <MatrixContent state={state} answer={data} outdated={outdated} />
      )}
      {!data && failure && (
        <div className={styles.beneath}>
          <FailureState failure={failure} onRetry={refresh} />
        </div>
      )}
      {!data && !failure && <MatrixSkeleton />}
    </TabSection>
  );
}

interface MatrixContentProps {
  state: ScopesState;
  answer: ScopeMatrixResponse;
  outdated: boolean;
}

function MatrixContent({ state, answer, outdated }: MatrixContentProps) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  if (answer.columns.length === 0) return <NothingFails />;
  const paged = answer.nextCursor || state.matrixPages.page > 0;
  return (
    <>
      <ScopeMatrix kind={state.kind} answer={answer} outdated={outdated} />
      {answer.moreColumns > 0 && (
        <p className={styles.more}>
          {t('scopes.matrix.more', {
            count: answer.moreColumns,
            controls: (
              <Link href={boardLink('controls')} className={styles.link}>
                {t('scopes.matrix.allControls')}
              </Link>
            ),
          })}
        </p>
      )}
      {paged && (
        <div className={styles.beneath}>
          <Pager
            answer={{ ...answer, items: answer.rows }}
            pages={state.matrixPages}
            pageSize={PAGE_SIZE}
            outdated={outdated}
          />
        </div>
      )}
    </>
  );
}

function NothingFails() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.beneath}>
      <EmptyState
        icon={RiCheckboxCircleLine}
        title={t('scopes.matrix.nothing.title')}
      >
        {t('scopes.matrix.nothing.description')}
      </EmptyState>
    </div>
  );
}

function SeveritySelect({ state }: { state: ScopesState }) {
  const { t } = usePostureTranslation();
  const choices = Object.keys(
    SEVERITY_CHOICES,
  ) as (keyof typeof SEVERITY_CHOICES)[];
  return (
    <div className={styles.select}>
      <Select
        size="small"
        aria-label={t('scopes.matrix.severities')}
        options={choices.map(value => ({
          value,
          label: t(`scopes.matrix.choice.${value}`),
        }))}
        value={state.severities}
        onChange={value => state.change({ severities: String(value) })}
      />
    </div>
  );
}

function MatrixSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.beneath}>
      <VisuallyHidden role="status">
        {t('scopes.matrix.loading')}
      </VisuallyHidden>
      <Skeleton width="100%" height={320} />
    </div>
  );
}
