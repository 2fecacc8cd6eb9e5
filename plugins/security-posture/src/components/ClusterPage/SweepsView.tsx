import { useClusterPart } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import { NoSweeps } from './SweepsSection';
import { SweepTable } from './SweepTable';
import styles from './ClusterPage.module.css';

const PAGE_SIZE = 25;

/** Every sweep of a cluster that is still known, with what it could not read. */
export function SweepsView({ cluster }: { cluster: string }) {
  const { t } = usePostureTranslation();
  const pages = useCursorPages(`sweeps ${cluster}`);
  const query = { cursor: pages.cursor, limit: PAGE_SIZE };
  const sweeps = useClusterPart(
    cluster,
    'sweeps',
    api => api.getClusterSweeps(cluster, query),
    query,
  );
  return (
    <TabSection title={t('clusters.sweeps.title')} flush>
      <Loaded resource={sweeps} height={400}>
        {data =>
          data.items.length === 0 ? (
            <NoSweeps />
          ) : (
            <>
              <SweepTable
                sweeps={data.items}
                detailed
                outdated={sweeps.outdated}
              />
              <div className={styles.within}>
                <Pager
                  answer={data}
                  pages={pages}
                  pageSize={PAGE_SIZE}
                  outdated={sweeps.outdated}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </TabSection>
  );
}
