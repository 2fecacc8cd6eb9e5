import type { HierarchyResponse } from 'backstage-plugin-security-posture-common';
import { Text } from '@backstage/ui';
import { useHierarchyBelow } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { FailureNotice } from '../FailureState';
import { openedRefs, treeRows } from './openRows';
import { scopeColumns, sortDirection } from './scopeColumns';
import { ScopesState } from './useScopesState';
import styles from './ScopesPage.module.css';

/** Props of {@link ScopesTable}. */
export interface ScopesTableProps {
  state: ScopesState;
  answer: HierarchyResponse;
  outdated: boolean;
}

/** The rows of the hierarchy, each of which opens to those below it. */
export function ScopesTable({ state, answer, outdated }: ScopesTableProps) {
  const { t } = usePostureTranslation();
  const { kind, order, toggled, change } = state;
  const opened = openedRefs(answer, toggled);
  const below = useHierarchyBelow({ type: kind, order, parents: opened });
  const rows = treeRows({ ...answer, below: below.data?.items }, toggled);
  const toggle = (ref: string) =>
    change({
      toggled: toggled.includes(ref)
        ? toggled.filter(other => other !== ref)
        : [...toggled, ref],
    });
  const more = below.data ? below.data.total - below.data.items.length : 0;
  return (
    <>
      {below.failure && (
        <FailureNotice failure={below.failure} onRetry={below.refresh} />
      )}
      <DataTable
        label={t(`scopes.title.${kind}`)}
        columns={scopeColumns(kind, t, toggle)}
        rows={rows}
        rowKey={({ row }) => row.ref}
        sort={{
          by: order,
          direction: sortDirection(order),
          onSort: by => change({ order: by }),
        }}
        outdated={outdated}
      />
      {more > 0 && (
        <Text as="p" variant="body-small" className={styles.beneath}>
          {t('scopes.moreBelow', { count: more })}
        </Text>
      )}
    </>
  );
}
