import { Skeleton, VisuallyHidden } from '@backstage/ui';
import type { EntitiesQuery } from 'backstage-plugin-security-posture-common';
import { useEntities } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { entityColumns } from '../EntityList/entityColumns';
import { DataTable } from '../DataTable';
import { FailureNotice, FailureState } from '../FailureState';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import styles from './ScopePostureTab.module.css';

/** Members of a page. */
const PAGE_SIZE = 50;

/** The services of a group, system or domain, worst first, in pages. */
export function ScopeMembers({ scopeRef }: { scopeRef: string }) {
  const { t } = usePostureTranslation();
  const pages = useCursorPages(scopeRef);
  const members = useEntities(queryOf(scopeRef, pages.cursor));
  const { data, failure, refresh, outdated } = members;
  return (
    <TabSection title={t('scopes.tab.members')} flush>
      {data && failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {data && (
        <>
          <DataTable
            label={t('scopes.tab.members')}
            columns={entityColumns(t)}
            rows={data.items}
            rowKey={({ entityRef }) => entityRef}
            outdated={outdated}
          />
          {(data.nextCursor || pages.page > 0) && (
            <div className={styles.pager}>
              <Pager
                answer={data}
                pages={pages}
                pageSize={PAGE_SIZE}
                outdated={outdated}
              />
            </div>
          )}
        </>
      )}
      {!data && failure && <FailureState failure={failure} onRetry={refresh} />}
      {!data && !failure && (
        <>
          <VisuallyHidden role="status">
            {t('scopes.tab.loading')}
          </VisuallyHidden>
          <Skeleton width="100%" height={240} />
        </>
      )}
    </TabSection>
  );
}

/** Groups own services; systems, and domains through them, have them as parts. */
function queryOf(scopeRef: string, cursor: string | undefined): EntitiesQuery {
  const scope = scopeRef.startsWith('group:')
    ? { owner: scopeRef }
    : { system: scopeRef };
  return {
    ...scope,
    order: 'worst',
    limit: PAGE_SIZE,
    ...(cursor === undefined ? {} : { cursor }),
  };
}
