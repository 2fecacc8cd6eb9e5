import { RiStackLine } from '@remixicon/react';
import type { WorkloadsResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { useEntityWorkloads } from '../../api/useEntityDetails';
import { subjectId } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { CursorPages, Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import styles from './EntityWorkloads.module.css';
import { useWorkloadColumns } from './useWorkloadColumns';

/** Workloads of a page of the list. */
const PAGE_SIZE = 50;

/** The workloads of an entity: what each runs, as whom, and what fails on it. */
export function EntityWorkloads({ entityRef }: { entityRef: string }) {
  const { t } = usePostureTranslation();
  const pages = useCursorPages(entityRef);
  const workloads = useEntityWorkloads(entityRef, {
    limit: PAGE_SIZE,
    cursor: pages.cursor,
  });
  return (
    <TabSection
      flush
      title={
        workloads.data
          ? t('entity.workloads.titleCount', { count: workloads.data.total })
          : t('entity.workloads.title')
      }
    >
      <Loaded resource={workloads} height={240}>
        {answer => (
          <WorkloadList
            entityRef={entityRef}
            answer={answer}
            resource={workloads}
            pages={pages}
          />
        )}
      </Loaded>
    </TabSection>
  );
}

interface WorkloadListProps {
  entityRef: string;
  answer: WorkloadsResponse;
  resource: Resource<WorkloadsResponse>;
  pages: CursorPages;
}

function WorkloadList(props: WorkloadListProps) {
  const { entityRef, answer, resource, pages } = props;
  const { t } = usePostureTranslation();
  const columns = useWorkloadColumns(entityRef);
  if (answer.items.length === 0) {
    return (
      <div className={styles.padded}>
        <EmptyState icon={RiStackLine} title={t('entity.workloads.noneTitle')}>
          <p>{t('entity.workloads.none')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <DataTable
        label={t('entity.workloads.label')}
        columns={columns}
        rows={answer.items}
        rowKey={({ resource: named }) => subjectId(named)}
        outdated={resource.outdated}
      />
      <div className={styles.padded}>
        <Pager
          answer={answer}
          pages={pages}
          pageSize={PAGE_SIZE}
          outdated={resource.outdated}
        />
      </div>
    </>
  );
}
