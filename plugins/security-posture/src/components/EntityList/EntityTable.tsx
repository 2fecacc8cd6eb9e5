import { Column, Row, TableBody, TableHeader, TableRoot } from '@backstage/ui';
import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { COLUMNS } from './columns';
import { EntityCell } from './EntityCell';
import styles from './EntityTable.module.css';

/** Props of {@link EntityTable}. */
export interface EntityTableProps {
  rows: EntityRow[];
  /** True while other rows are on their way. */
  outdated: boolean;
}

/** One row for each entity. On narrow screens each row is a block. */
export function EntityTable({ rows, outdated }: EntityTableProps) {
  const { t } = usePostureTranslation();
  const columns = COLUMNS.map(id => ({ id }));
  return (
    <div className={styles.table}>
      <TableRoot aria-label={t('organisation.table.label')} stale={outdated}>
        <TableHeader columns={columns}>
          {({ id }) => (
            <Column
              id={id}
              isRowHeader={id === 'service'}
              className={styles[id]}
            >
              {t(`organisation.table.${id}`)}
            </Column>
          )}
        </TableHeader>
        <TableBody items={rows} dependencies={[t]}>
          {row => (
            <Row id={row.entityRef} columns={columns}>
              {({ id }) => <EntityCell column={id} row={row} />}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
