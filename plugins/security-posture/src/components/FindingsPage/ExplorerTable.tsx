import type {
  ExplorerOrder,
  ExplorerRow,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataSort, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { FindingCell } from './FindingCell';
import { ServiceLinks } from './ServiceLinks';
import { ExplorerPageState } from './useExplorerState';
import styles from './FindingsPage.module.css';

/** Props of {@link ExplorerTable}. */
export interface ExplorerTableProps {
  rows: readonly ExplorerRow[];
  state: ExplorerPageState;
  outdated: boolean;
}

/** A row for each finding. */
export function ExplorerTable({ rows, state, outdated }: ExplorerTableProps) {
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('findings.title')}
      columns={columnsOf(state, t)}
      rows={rows}
      rowKey={row => row.key}
      sort={sortOf(state)}
      outdated={outdated}
    />
  );
}

function columnsOf(
  state: ExplorerPageState,
  t: PostureTranslate,
): DataColumn<ExplorerRow>[] {
  return [
    {
      id: 'severity',
      header: t('findings.table.severity'),
      sortable: true,
      width: '112px',
      cell: row => <SeverityBadge severity={row.severity} />,
    },
    {
      id: 'finding',
      header: t('findings.table.finding'),
      rowHeader: true,
      sortable: true,
      cell: row => <FindingCell row={row} address={state.address} />,
    },
    {
      id: 'where',
      header: t('findings.table.where'),
      width: '19%',
      cell: ({ resource }) => (
        <span className={styles.lines}>
          <span>{resource.cluster}</span>
          {resource.namespace && (
            <span className={styles.second}>{resource.namespace}</span>
          )}
        </span>
      ),
    },
    {
      id: 'services',
      header: t('findings.table.services'),
      width: '19%',
      cell: row => <ServiceLinks refs={row.entities} findingKey={row.key} />,
    },
    {
      id: 'opened',
      header: t('findings.table.opened'),
      sortable: true,
      width: '124px',
      cell: row => <RelativeTime iso={row.openedAt} />,
    },
  ];
}

const SORTED_BY: Readonly<Record<ExplorerOrder, string>> = {
  severity: 'severity',
  control: 'finding',
  newest: 'opened',
  oldest: 'opened',
};

/** The column of times turns round where it is chosen again. */
function sortOf({ order, sort }: ExplorerPageState): DataSort {
  return {
    by: SORTED_BY[order],
    direction:
      order === 'severity' || order === 'newest' ? 'descending' : 'ascending',
    onSort: column => {
      if (column === 'severity') sort('severity');
      else if (column === 'finding') sort('control');
      else sort(order === 'newest' ? 'oldest' : 'newest');
    },
  };
}
