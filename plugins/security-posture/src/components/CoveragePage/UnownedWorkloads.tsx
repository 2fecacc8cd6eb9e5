import { Button, Select } from '@backstage/ui';
import { RiCheckboxCircleLine, RiLock2Line } from '@remixicon/react';
import {
  ClusterCoverage,
  postureClusterReadPermission,
  UnownedWorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { useUnownedWorkloads } from '../../api/useCoverage';
import { useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import { ClaimSnippets } from './ClaimSnippets';
import { unownedColumns } from './unownedColumns';
import styles from './CoveragePage.module.css';

/** Rows of a page, and their height in pixels together while they are asked for. */
const PAGE_SIZE = 25;
const HEIGHT = 400;

const DEFAULTS = { cluster: '' };

/** Stands for no filter, for a select has no empty value. */
const ANY = ' ';

/** Props of {@link UnownedWorkloads}. */
export interface UnownedWorkloadsProps {
  /** Those to choose from. */
  clusters: readonly ClusterCoverage[];
}

/** The workloads that belong to no service, each with who probably owns it and the lines that claim it. */
export function UnownedWorkloads({ clusters }: UnownedWorkloadsProps) {
  const { t } = usePostureTranslation();
  const [{ cluster }, change] = useUrlState(DEFAULTS);
  const pages = useCursorPages(cluster);
  const workloads = useUnownedWorkloads({
    limit: PAGE_SIZE,
    ...(cluster ? { cluster } : {}),
    ...(pages.cursor ? { cursor: pages.cursor } : {}),
  });
  if (workloads.failure?.kind === 'forbidden') return <Hidden />;
  const choose = (name: string) => change({ cluster: name });
  return (
    <TabSection
      title={t('coverage.unowned.title')}
      actions={
        <div className={styles.choice}>
          <Select
            size="small"
            aria-label={t('coverage.unowned.filter')}
            options={[
              { value: ANY, label: t('coverage.unowned.anyCluster') },
              ...clusters.map(one => ({
                value: one.cluster,
                label: one.title ?? one.cluster,
              })),
            ]}
            value={cluster || ANY}
            onChange={value => choose(value === ANY ? '' : String(value))}
          />
        </div>
      }
      flush
    >
      <Loaded resource={workloads} height={HEIGHT}>
        {answer =>
          answer.total === 0 ? (
            <NoneUnowned onShowAll={cluster ? () => choose('') : undefined} />
          ) : (
            <Listed answer={answer} workloads={workloads} pages={pages} />
          )
        }
      </Loaded>
    </TabSection>
  );
}

interface ListedProps {
  answer: UnownedWorkloadsResponse;
  workloads: Resource<UnownedWorkloadsResponse>;
  pages: ReturnType<typeof useCursorPages>;
}

function Listed({ answer, workloads, pages }: ListedProps) {
  const { t } = usePostureTranslation();
  return (
    <>
      <p className={styles.note}>
        {t('coverage.unowned.sentence', { count: answer.total })}
      </p>
      <DataTable
        label={t('coverage.unowned.label')}
        columns={unownedColumns(t)}
        rows={answer.items}
        rowKey={({ cluster, kind, namespace = '', name }) =>
          `${cluster} ${kind} ${namespace} ${name}`
        }
        expand={workload => <ClaimSnippets workload={workload} />}
        outdated={workloads.outdated}
      />
      <div className={styles.pager}>
        <Pager
          answer={answer}
          pages={pages}
          pageSize={PAGE_SIZE}
          outdated={workloads.outdated}
        />
      </div>
    </>
  );
}

function NoneUnowned({ onShowAll }: { onShowAll?: () => void }) {
  const { t } = usePostureTranslation();
  const words = onShowAll ? 'filtered' : 'empty';
  return (
    <div className={styles.state}>
      <EmptyState
        icon={RiCheckboxCircleLine}
        title={t(`coverage.unowned.${words}.title`)}
        actions={
          onShowAll && (
            <Button variant="secondary" onPress={onShowAll}>
              {t('coverage.unowned.filtered.action')}
            </Button>
          )
        }
      >
        {t(`coverage.unowned.${words}.description`)}
      </EmptyState>
    </div>
  );
}

function Hidden() {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t('coverage.unowned.title')}>
      <EmptyState icon={RiLock2Line} title={t('coverage.unowned.hidden.title')}>
        {t('coverage.unowned.hidden.description', {
          permission: <code>{postureClusterReadPermission.name}</code>,
        })}
      </EmptyState>
    </TabSection>
  );
}
