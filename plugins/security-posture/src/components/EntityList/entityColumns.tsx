import type {
  EntityOrder,
  EntityRow,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { DataColumn } from '../DataTable';
import { FreshnessCell } from './FreshnessCell';
import { OpenCount } from './OpenCount';
import { OwnerLink } from './OwnerLink';
import { ReadinessCell } from './ReadinessCell';
import { ScoreCell } from './ScoreCell';
import { ServiceLink } from './ServiceLink';

/** The orders of the API by the column that shows what they sort by. */
export const COLUMN_ORDERS: Readonly<Record<string, EntityOrder>> = {
  service: 'name',
  readiness: 'worst',
  score: 'score',
  critical: 'critical',
  scanned: 'freshness',
};

/** The columns of the list of services, from left to right. */
export function entityColumns(t: PostureTranslate): DataColumn<EntityRow>[] {
  const columns: Omit<DataColumn<EntityRow>, 'header'>[] = [
    {
      id: 'service',
      rowHeader: true,
      width: '18%',
      cell: row => <ServiceLink row={row} />,
    },
    { id: 'owner', width: '12%', cell: row => <OwnerLink row={row} /> },
    { id: 'readiness', width: '18%', cell: row => <ReadinessCell row={row} /> },
    { id: 'score', width: '12%', cell: row => <ScoreCell row={row} /> },
    {
      id: 'critical',
      width: '12%',
      cell: row => <OpenCount row={row} severity="critical" />,
    },
    {
      id: 'high',
      width: '12%',
      cell: row => <OpenCount row={row} severity="high" />,
    },
    { id: 'scanned', width: '16%', cell: row => <FreshnessCell row={row} /> },
  ];
  return columns.map(column => ({
    ...column,
    header: t(`organisation.table.${column.id as 'service'}`),
    sortable: column.id in COLUMN_ORDERS,
  }));
}
