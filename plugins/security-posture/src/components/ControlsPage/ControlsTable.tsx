import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { CONTROL_ORDERS } from '../../model/controlGroups';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { SeverityBadge } from '../SeverityBadge';
import { StandingChange } from '../StandingChange';
import { ControlName } from './ControlName';
import {
  ExemptedShare,
  FailingCount,
  SubjectCount,
  UnjudgedCount,
} from './StandingCells';
import { ControlsState } from './useControlsState';

/** Props of {@link ControlsTable}. */
export interface ControlsTableProps {
  label: string;
  rows: readonly ControlStanding[];
  /** Since when changes are counted. */
  comparedSince: string | undefined;
  state: Pick<ControlsState, 'order' | 'sort'>;
}

/** A row for each control. */
export function ControlsTable(props: ControlsTableProps) {
  const { label, rows, comparedSince, state } = props;
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={label}
      columns={columnsOf(comparedSince, t)}
      rows={rows}
      rowKey={({ id }) => id}
      sort={{ by: state.order, onSort: state.sort }}
    />
  );
}

function columnsOf(
  comparedSince: string | undefined,
  t: PostureTranslate,
): DataColumn<ControlStanding>[] {
  const columns: DataColumn<ControlStanding>[] = [
    {
      id: 'severity',
      header: t('controls.table.severity'),
      width: '112px',
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'control',
      header: t('controls.table.control'),
      rowHeader: true,
      cell: standing => <ControlName standing={standing} />,
    },
    {
      id: 'failing',
      header: t('controls.table.failing'),
      width: '15%',
      cell: standing => <FailingCount standing={standing} />,
    },
    {
      id: 'subjects',
      header: t('controls.table.subjects'),
      align: 'end',
      width: '80px',
      cell: standing => <SubjectCount standing={standing} />,
    },
    {
      id: 'exempted',
      header: t('controls.table.exempted'),
      align: 'end',
      width: '96px',
      cell: standing => <ExemptedShare standing={standing} />,
    },
    {
      id: 'notEvaluated',
      header: t('controls.table.notEvaluated'),
      align: 'end',
      width: '112px',
      cell: standing => <UnjudgedCount standing={standing} />,
    },
    {
      id: 'change',
      header: t('controls.table.change'),
      align: 'end',
      width: '104px',
      cell: ({ change }) => (
        <StandingChange change={change} comparedSince={comparedSince} />
      ),
    },
  ];
  const sortable: readonly string[] = CONTROL_ORDERS;
  return columns.map(column => ({
    ...column,
    sortable: sortable.includes(column.id),
  }));
}
