import { Button, Card, CardBody, Text } from '@backstage/ui';
import { RiLinksLine, RiSearchLine } from '@remixicon/react';
import type { EntitiesResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { EntityFilters } from './EntityFilters';
import { EntityTable } from './EntityTable';
import { EntityTableSkeleton } from './EntityTableSkeleton';
import { Pager } from './Pager';
import { EntitiesSelection } from './useEntitiesQuery';
import styles from './EntityList.module.css';

/** Props of {@link EntityList}. */
export interface EntityListProps {
  list: EntitiesSelection;
  entities: Resource<EntitiesResponse>;
}

/** The entities of the organisation, worst first, with filters and pages. */
export function EntityList({ list, entities }: EntityListProps) {
  const { t } = usePostureTranslation();
  return (
    <Card>
      <CardBody className={styles.body}>
        <div className={styles.head}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {t('organisation.table.title')}
          </Text>
          <EntityFilters list={list} />
        </div>
        {entities.loading && <EntityTableSkeleton />}
        {entities.data && (
          <ListContent list={list} answer={entities.data} entities={entities} />
        )}
        {!entities.data && entities.failure && (
          <FailureState failure={entities.failure} onRetry={entities.refresh} />
        )}
      </CardBody>
    </Card>
  );
}

function ListContent(props: EntityListProps & { answer: EntitiesResponse }) {
  const { list, entities, answer } = props;
  if (answer.items.length === 0) return <NothingListed list={list} />;
  return (
    <>
      <EntityTable rows={answer.items} outdated={entities.outdated} />
      <Pager answer={answer} pages={list.pages} outdated={entities.outdated} />
    </>
  );
}

function NothingListed({ list }: { list: EntitiesSelection }) {
  const { t } = usePostureTranslation();
  if (list.filtered) {
    return (
      <EmptyState
        icon={RiSearchLine}
        title={t('organisation.empty.filtered.title')}
        actions={
          <Button variant="secondary" onPress={list.reset}>
            {t('organisation.filters.reset')}
          </Button>
        }
      >
        {t('organisation.empty.filtered.description')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={RiLinksLine} title={t('organisation.empty.none.title')}>
      {t('organisation.empty.none.description')}
    </EmptyState>
  );
}
