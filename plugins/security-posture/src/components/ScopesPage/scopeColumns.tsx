import type {
  ScopeKind,
  ScopeOrder,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import type { DataColumn } from '../DataTable';
import { TreeRow } from './openRows';
import {
  ExemptedCell,
  LowestCell,
  OldestCell,
  OpenCell,
  PercentileCell,
  ReadyCell,
  ReadyChangeCell,
} from './ScopeCells';
import { ScopeNameCell } from './ScopeNameCell';

const ASCENDING: ReadonlySet<ScopeOrder> = new Set([
  'name',
  'worst',
  'lowest',
  'p10',
  'readyChange',
]);

/** How the values of a column follow each other in the one order that it has. */
export function sortDirection(order: ScopeOrder): 'ascending' | 'descending' {
  return ASCENDING.has(order) ? 'ascending' : 'descending';
}

/** The columns of a table of teams, systems or domains; those that can be sorted bear the name of their order. */
export function scopeColumns(
  kind: ScopeKind,
  t: PostureTranslate,
  onToggle: (ref: string) => void,
): DataColumn<TreeRow>[] {
  return [
    {
      id: 'name',
      header: t(`scopes.kind.${kind}`),
      rowHeader: true,
      width: '20%',
      sortable: true,
      cell: tree => <ScopeNameCell tree={tree} onToggle={onToggle} />,
    },
    {
      id: 'worst',
      header: t('scopes.column.ready'),
      sortable: true,
      cell: ({ row }) => <ReadyCell row={row} />,
    },
    {
      id: 'lowest',
      header: t('scopes.column.lowest'),
      sortable: true,
      width: '24%',
      cell: ({ row }) => <LowestCell row={row} />,
    },
    ...numberColumns(t),
  ];
}

function numberColumns(t: PostureTranslate): DataColumn<TreeRow>[] {
  const number = (
    id: ScopeOrder | 'oldest',
    header: string,
    cell: DataColumn<TreeRow>['cell'],
  ): DataColumn<TreeRow> => ({
    id,
    header,
    align: 'end',
    sortable: id !== 'oldest',
    cell,
  });
  return [
    number('p10', t('scopes.column.p10'), ({ row }) => (
      <PercentileCell row={row} />
    )),
    number('critical', t('scopes.column.critical'), ({ row }) => (
      <OpenCell row={row} severity="critical" />
    )),
    number('oldest', t('scopes.column.oldest'), ({ row }) => (
      <OldestCell row={row} />
    )),
    number('high', t('scopes.column.high'), ({ row }) => (
      <OpenCell row={row} severity="high" />
    )),
    number('readyChange', t('scopes.column.ready30d'), ({ row }) => (
      <ReadyChangeCell row={row} />
    )),
    number('exempted', t('scopes.column.exempted'), ({ row }) => (
      <ExemptedCell row={row} />
    )),
  ];
}
