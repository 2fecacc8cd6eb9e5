import { useClusterPart } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import { AccessNotes, NoRisks } from './AccessSection';
import { AccessTable } from './AccessTable';
import styles from './ClusterPage.module.css';

const PAGE_SIZE = 50;

/** Every finding on a binding of the cluster, with whom it gives what. */
export function AccessView({ cluster }: { cluster: string }) {
  const { t } = usePostureTranslation();
  const pages = useCursorPages(`access ${cluster}`);
  const query = { cursor: pages.cursor, limit: PAGE_SIZE };
  const access = useClusterPart(
    cluster,
    'access',
    api => api.getClusterAccess(cluster, query),
    query,
  );
  return (
    <TabSection title={t('clusters.access.title')} flush>
      <Loaded resource={access} height={400}>
        {data => (
          <>
            {data.items.length > 0 ? (
              <AccessTable
                risks={data.items}
                detailed
                outdated={access.outdated}
              />
            ) : (
              <NoRisks access={data} />
            )}
            <AccessNotes access={data} />
            {data.total > data.items.length && (
              <div className={styles.within}>
                <Pager
                  answer={data}
                  pages={pages}
                  pageSize={PAGE_SIZE}
                  outdated={access.outdated}
                />
              </div>
            )}
          </>
        )}
      </Loaded>
    </TabSection>
  );
}
