import { useClusterPart } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import { NamespaceNotes } from './NamespacesSection';
import { NamespaceTable } from './NamespaceTable';
import styles from './ClusterPage.module.css';

const PAGE_SIZE = 50;

/** Every namespace of the cluster with what bounds its pods. */
export function NamespacesView({ cluster }: { cluster: string }) {
  const { t } = usePostureTranslation();
  const pages = useCursorPages(`namespaces ${cluster}`);
  const query = { cursor: pages.cursor, limit: PAGE_SIZE };
  const namespaces = useClusterPart(
    cluster,
    'namespaces',
    api => api.getClusterNamespaces(cluster, query),
    query,
  );
  return (
    <TabSection title={t('clusters.namespaces.title')} flush>
      <Loaded resource={namespaces} height={400}>
        {data => (
          <>
            <NamespaceNotes namespaces={data} />
            {data.items.length > 0 && (
              <NamespaceTable
                cluster={cluster}
                namespaces={data.items}
                outdated={namespaces.outdated}
              />
            )}
            {data.total > data.items.length && (
              <div className={styles.within}>
                <Pager
                  answer={data}
                  pages={pages}
                  pageSize={PAGE_SIZE}
                  outdated={namespaces.outdated}
                />
              </div>
            )}
          </>
        )}
      </Loaded>
    </TabSection>
  );
}
