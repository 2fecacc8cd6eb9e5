import { Button } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiLinksLine,
  RiSearchLine,
} from '@remixicon/react';
import type { EntitiesResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { Pager } from '../Pager';
import { TabSection } from '../TabSection';
import { COLUMN_ORDERS, entityColumns } from './entityColumns';
import { EntityFilters } from './EntityFilters';
import { EntityTableSkeleton } from './EntityTableSkeleton';
import { EntitiesSelection, PAGE_SIZE } from './useEntitiesQuery';
import styles from './EntityList.module.css';

/** Props of {@link EntityList}. */
export interface EntityListProps {
  list: EntitiesSelection;
  entities: Resource<EntitiesResponse>;
}

/** The entities of the organisation with filters, orders and pages. */
export function EntityList({ list, entities }: EntityListProps) {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t(`organisation.table.title.${list.order}`)} flush>
      <EntityFilters list={list} />
      {entities.loading && <EntityTableSkeleton />}
      {entities.data && (
        <ListContent list={list} answer={entities.data} entities={entities} />
      )}
      {!entities.data && entities.failure && (
        <ListFailure list={list} entities={entities} />
      )}
    </TabSection>
  );
}

function ListContent(props: EntityListProps & { answer: EntitiesResponse }) {
  const { list, entities, answer } = props;
  const { t } = usePostureTranslation();
  if (answer.items.length === 0) return <NothingListed list={list} />;
  const [column] =
    Object.entries(COLUMN_ORDERS).find(([, order]) => order === list.order) ??
    [];
  return (
    <>
      {answer.partial && (
        <p className={styles.partial}>{t('organisation.partial')}</p>
      )}
      <DataTable
        label={t(`organisation.table.title.${list.order}`)}
        columns={entityColumns(t)}
        rows={answer.items}
        rowKey={({ entityRef }) => entityRef}
        outdated={entities.outdated}
        sort={{
          by: column ?? '',
          direction: list.order === 'critical' ? 'descending' : 'ascending',
          onSort: id => list.sort(COLUMN_ORDERS[id]),
        }}
      />
      <div className={styles.beneath}>
        <Pager
          answer={answer}
          pages={list.pages}
          pageSize={PAGE_SIZE}
          outdated={entities.outdated}
        />
      </div>
    </>
  );
}

function NothingListed({ list }: { list: EntitiesSelection }) {
  const { t } = usePostureTranslation();
  const words = list.filtered ? 'filtered' : 'none';
  return (
    <div className={styles.state}>
      <EmptyState
        icon={list.filtered ? RiSearchLine : RiLinksLine}
        title={t(`organisation.empty.${words}.title`)}
        actions={list.filtered && <ResetButton list={list} />}
      >
        {t(`organisation.empty.${words}.description`)}
      </EmptyState>
    </div>
  );
}

/** What of the address cannot be asked for is taken away at a press. */
function ListFailure({ list, entities }: EntityListProps) {
  const { t } = usePostureTranslation();
  const { failure, refresh } = entities;
  if (!failure) return null;
  return (
    <div className={styles.state}>
      {failure.kind === 'invalid' ? (
        <EmptyState
          icon={RiErrorWarningLine}
          title={t('shared.failure.invalidTitle')}
          actions={<ResetButton list={list} />}
        >
          {failure.message}
        </EmptyState>
      ) : (
        <FailureState failure={failure} onRetry={refresh} />
      )}
    </div>
  );
}

function ResetButton({ list }: { list: EntitiesSelection }) {
  const { t } = usePostureTranslation();
  return (
    <Button variant="secondary" onPress={list.reset}>
      {t('organisation.filters.reset')}
    </Button>
  );
}
